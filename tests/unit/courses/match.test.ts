import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import movesTable from '../../../assets/sites/moves.json' with { type: 'json' };
import { type Course, resourcesOf } from '../../../courses/course.ts';
import { indexCourses, matchAddress } from '../../../courses/match.ts';
import { createMovedAddressLookup } from '../../../sites/moves.ts';
import nearAddresses from '../../fixtures/addresses/near-the-pathway.json' with { type: 'json' };

const index = indexCourses(builtInCourses);
const indexWithMoves = indexCourses(builtInCourses, createMovedAddressLookup(movesTable));
const pathway = builtInCourses.find(({ id }) => id === 'community-learning-pathway') as Course;
const HANDBOOK = 'https://handbook.gitlab.com/handbook/';
const RELATIONS = `${HANDBOOK}marketing/developer-relations/`;

function placeOf(address: string, outline: { id: string; level: number }[] = []) {
  const match = matchAddress(index, address, outline);
  return match && { reason: match.reason, section: match.section?.id, resource: match.resource?.id };
}

describe('the place of a page in the course', () => {
  test('every living resource is found at its own address', () => {
    for (const course of builtInCourses) {
      for (const resource of resourcesOf(course)) {
        const expected = resource.address.includes('#') ? 'heading' : 'page';
        const match = matchAddress(index, resource.address, [], course.id);
        expect(match).toMatchObject({ course, resource, reason: expected });
      }
    }
  });

  test('every resource is found at each address it had', () => {
    for (const course of builtInCourses) {
      for (const resource of resourcesOf(course)) {
        for (const former of resource.formerly ?? []) {
          const match = matchAddress(index, former, [], course.id);
          expect(match).toMatchObject({ course, resource, reason: 'moved' });
        }
      }
    }
  });

  test('a page of several resources is in their section, and none of them is being read at its top', () => {
    const address = `${RELATIONS}performance-indicators/`;
    expect(placeOf(address)).toEqual({ reason: 'page', section: 'strategy', resource: undefined });
    expect(matchAddress(index, address)?.resources).toHaveLength(6);
  });

  test('a page of one resource that names a heading is that resource’s page', () => {
    expect(placeOf(`${HANDBOOK}company/stewardship/`)).toMatchObject({
      reason: 'page',
      resource: 'open-core',
    });
  });

  test('a heading below a resource’s heading counts for it, the next one of its level does not', () => {
    const outline = [
      { id: 'top', level: 2 },
      { id: 'transparency', level: 2 },
      { id: 'public-by-default', level: 3 },
      { id: 'exceptions', level: 4 },
      { id: 'iteration', level: 2 },
    ];
    const at = (anchor: string) => placeOf(`${HANDBOOK}values/#${anchor}`, outline);
    expect(at('exceptions')).toMatchObject({ reason: 'heading', resource: 'transparency' });
    expect(at('iteration')).toMatchObject({ reason: 'page', resource: undefined });
    expect(at('unknown')).toMatchObject({ reason: 'page', resource: undefined });
  });

  test('the course’s own page is in the section whose heading is being read', () => {
    const page = `${RELATIONS}community-pathway/`;
    const outline = [
      { id: 'gitlabs-community-programs', level: 3 },
      { id: 'community-programs', level: 4 },
    ];
    expect(placeOf(page)).toEqual({ reason: 'coursePage', section: undefined, resource: undefined });
    expect(placeOf(`${page}#join-us`)).toMatchObject({ reason: 'coursePage', section: 'join-us' });
    expect(placeOf(`${page}#community-programs`, outline)).toMatchObject({ section: 'programs' });
  });

  test('a page below a specific resource is within it, as below the addresses it had', () => {
    const expected = { reason: 'within', section: 'programs', resource: 'education-program' };
    expect(placeOf(`${RELATIONS}programs/education-program/edu-program-workflows/`)).toEqual(expected);
    expect(placeOf(`${RELATIONS}strategy-programs/education-program/x/y/`)).toEqual(expected);
  });

  test.each([
    HANDBOOK,
    `${HANDBOOK}engineering/`,
    `${HANDBOOK}company/`,
    `${HANDBOOK}company/stewardship/more/`,
    `${HANDBOOK}values/more/`,
    `${HANDBOOK}marketing/`,
    RELATIONS,
    `${RELATIONS}programs/`,
    `${RELATIONS}programs/contributors-program/`,
    `${RELATIONS}performance-indicators/more/`,
    'https://internal.gitlab.com/handbook/values/',
  ])('%s is in no course', (address) => {
    expect(placeOf(address)).toBeUndefined();
  });

  test('no neighbour of the pathway’s pages is in it: parents, siblings, pages of the same words', () => {
    const alone = [indexCourses([pathway]), indexCourses([pathway], createMovedAddressLookup(movesTable))];
    expect(nearAddresses.length).toBeGreaterThanOrEqual(200);
    for (const path of nearAddresses) {
      const address = `https://handbook.gitlab.com${path}`;
      for (const each of alone) expect(matchAddress(each, address), path).toBeUndefined();
    }
  });

  test('the handbook’s redirects lead to it', () => {
    const old = `${RELATIONS}strategy-programs/education-program/edu-program-workflows/`;
    expect(matchAddress(indexWithMoves, old)?.reason).toBe('within');
    const indicators = `${HANDBOOK}engineering/infrastructure/performance-indicators/#mrarr`;
    expect(matchAddress(indexWithMoves, indicators)).toMatchObject({
      reason: 'moved',
      resource: { id: 'mrarr' },
    });
  });
});
