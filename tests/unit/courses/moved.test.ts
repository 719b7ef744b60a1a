import { describe, expect, test } from 'vitest';
import { credibleSighting, mayHaveMoved, resolveMovedLinks, type Sighting } from '../../../courses/moved.ts';
import { courseOf } from '../../fixtures/courses.ts';

const ROOT = 'https://handbook.gitlab.com/handbook/';
const OLD = `${ROOT}teams/programs/education/`;
const SAME_NAME = `${ROOT}programs/education/`;
const OTHER_NAME = `${ROOT}programs/teaching/`;

const course = courseOf('a', `${ROOT}course/`, [{ address: OLD }, { address: `${OLD}#part`, id: 'part' }]);
const resources = course.sections[0]?.resources ?? [];
const [first] = resources;
if (!first) throw new Error('the course has no resource');

const sighting = (to: string, more: Partial<Sighting> = {}): Sighting => ({
  resource: first.id,
  from: OLD,
  to,
  times: 1,
  refused: false,
  time: 1,
  ...more,
});

describe('a page that a link landed on', () => {
  test.each([
    ['one of the same name', SAME_NAME, true],
    ['one of another name', OTHER_NAME, true],
    ['the page itself', `${OLD}#heading`, false],
    ['a page above it', `${ROOT}teams/`, false],
    ['the front page', ROOT, false],
    ['a login on another host', 'https://login.example/handbook/programs/education/', false],
    ['the handbook for team members', 'https://internal.gitlab.com/handbook/programs/education/', false],
  ])('%s: %s', (_, to, may) => {
    expect(mayHaveMoved(OLD, to)).toBe(may);
  });
});

describe('what was seen of a link', () => {
  test('is believed at once where the page keeps its name', () => {
    expect(credibleSighting(first, [sighting(SAME_NAME)])?.to).toBe(SAME_NAME);
  });

  test('is believed the second time where it has another', () => {
    expect(credibleSighting(first, [sighting(OTHER_NAME)])).toBeUndefined();
    expect(credibleSighting(first, [sighting(OTHER_NAME, { times: 2 })])?.to).toBe(OTHER_NAME);
  });

  test('counts by the latest of several', () => {
    const seen = [sighting(SAME_NAME, { time: 1 }), sighting(OTHER_NAME, { time: 2, times: 2 })];
    expect(credibleSighting(first, seen)?.to).toBe(OTHER_NAME);
    expect(credibleSighting(first, seen.toReversed())?.to).toBe(OTHER_NAME);
  });

  test('is forgotten when it was taken back, and says nothing of another address of the resource', () => {
    expect(credibleSighting(first, [sighting(SAME_NAME, { refused: true })])).toBeUndefined();
    expect(
      credibleSighting({ ...first, address: `${ROOT}elsewhere/` }, [sighting(SAME_NAME)]),
    ).toBeUndefined();
  });

  test('that cannot be a move is not believed, wherever it was stored', () => {
    expect(credibleSighting(first, [sighting(ROOT, { times: 9 })])).toBeUndefined();
    expect(
      credibleSighting(first, [sighting('https://evil.example/education/', { times: 9 })]),
    ).toBeUndefined();
  });
});

describe('a course whose links have moved', () => {
  const none = () => undefined;

  test('is the same object where nothing is known', () => {
    expect(resolveMovedLinks(course, none, [])).toBe(course);
  });

  test('leads where they lead now, keeps the anchor, and knows the old address', () => {
    const settled = resolveMovedLinks(course, none, [
      sighting(SAME_NAME, { resource: 'part', from: `${OLD}#part` }),
    ]);
    expect(settled.sections[0]?.resources[1]).toMatchObject({
      address: `${SAME_NAME}#part`,
      formerly: [`${OLD}#part`],
      movedBy: 'opened',
    });
    expect(settled.sections[0]?.resources[0]).toBe(first);
  });

  test('follows the handbook’s redirects rather than what was seen', () => {
    const settled = resolveMovedLinks(course, () => OTHER_NAME, [sighting(SAME_NAME)]);
    expect(settled.sections[0]?.resources[0]).toMatchObject({ address: OTHER_NAME, movedBy: 'redirect' });
  });

  test('knows of what has lost its place where it would lead', () => {
    const earlier = { resources: [first] };
    const settled = resolveMovedLinks({ ...course, earlier }, none, [sighting(SAME_NAME)]);
    expect(settled.earlier?.resources).toMatchObject([{ address: SAME_NAME, formerly: [OLD] }]);
  });

  test('leaves what is gone as it is', () => {
    const gone = courseOf('a', `${ROOT}course/`, [{ address: OLD, gone: true }]);
    expect(resolveMovedLinks(gone, () => OTHER_NAME, [])).toBe(gone);
  });
});
