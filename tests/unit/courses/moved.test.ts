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

describe('a page that a link redirected to', () => {
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

describe('a redirect that was seen', () => {
  test('is credible at once if the page keeps its name', () => {
    expect(credibleSighting(first, [sighting(SAME_NAME)])?.to).toBe(SAME_NAME);
  });

  test('is credible the second time if the page has another name', () => {
    expect(credibleSighting(first, [sighting(OTHER_NAME)])).toBeUndefined();
    expect(credibleSighting(first, [sighting(OTHER_NAME, { times: 2 })])?.to).toBe(OTHER_NAME);
  });

  test('is used if it is the latest of several', () => {
    const seen = [sighting(SAME_NAME, { time: 1 }), sighting(OTHER_NAME, { time: 2, times: 2 })];
    expect(credibleSighting(first, seen)?.to).toBe(OTHER_NAME);
    expect(credibleSighting(first, seen.toReversed())?.to).toBe(OTHER_NAME);
  });

  test('is ignored if it was rejected, or if the resource has another address now', () => {
    expect(credibleSighting(first, [sighting(SAME_NAME, { refused: true })])).toBeUndefined();
    expect(
      credibleSighting({ ...first, address: `${ROOT}elsewhere/` }, [sighting(SAME_NAME)]),
    ).toBeUndefined();
  });

  test('is ignored if it can’t be a move', () => {
    expect(credibleSighting(first, [sighting(ROOT, { times: 9 })])).toBeUndefined();
    expect(
      credibleSighting(first, [sighting('https://evil.example/education/', { times: 9 })]),
    ).toBeUndefined();
  });
});

describe('a course with moved links', () => {
  const none = () => undefined;

  test('is the same object if no move is known', () => {
    expect(resolveMovedLinks(course, none, [])).toBe(course);
  });

  test('has the new addresses with their anchors, and the old addresses as former ones', () => {
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

  test('prefers the handbook’s redirects to those seen', () => {
    const settled = resolveMovedLinks(course, () => OTHER_NAME, [sighting(SAME_NAME)]);
    expect(settled.sections[0]?.resources[0]).toMatchObject({ address: OTHER_NAME, movedBy: 'redirect' });
  });

  test('also resolves links of resources that are no longer in it', () => {
    const earlier = { resources: [first] };
    const settled = resolveMovedLinks({ ...course, earlier }, none, [sighting(SAME_NAME)]);
    expect(settled.earlier?.resources).toMatchObject([{ address: SAME_NAME, formerly: [OLD] }]);
  });

  test('leaves removed resources unchanged', () => {
    const gone = courseOf('a', `${ROOT}course/`, [{ address: OLD, gone: true }]);
    expect(resolveMovedLinks(gone, () => OTHER_NAME, [])).toBe(gone);
  });
});
