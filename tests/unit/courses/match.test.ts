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

describe('matching a page with a course', () => {
  test('finds every available resource at its own address', () => {
    for (const course of builtInCourses) {
      for (const resource of resourcesOf(course)) {
        const expected = resource.address.includes('#') ? 'heading' : 'page';
        const match = matchAddress(index, resource.address, [], course.id);
        expect(match).toMatchObject({ course, resource, reason: expected });
      }
    }
  });

  test('finds every resource at each of its former addresses', () => {
    for (const course of builtInCourses) {
      for (const resource of resourcesOf(course)) {
        for (const former of resource.formerly ?? []) {
          const match = matchAddress(index, former, [], course.id);
          expect(match).toMatchObject({ course, resource, reason: 'moved' });
        }
      }
    }
  });

  test('finds the section of a page with several resources, but no resource at its top', () => {
    const address = `${RELATIONS}performance-indicators/`;
    expect(placeOf(address)).toEqual({ reason: 'page', section: 'strategy', resource: undefined });
    expect(matchAddress(index, address)?.resources).toHaveLength(6);
  });

  test('finds the only resource of a page, also if it names a heading', () => {
    expect(placeOf(`${HANDBOOK}company/stewardship/`)).toMatchObject({
      reason: 'page',
      resource: 'open-core',
    });
  });

  test('counts a heading below a resource’s heading for it, but not the next one of the same level', () => {
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

  test('finds the section on the course page whose heading is being read', () => {
    const page = `${RELATIONS}community-pathway/`;
    const outline = [
      { id: 'gitlabs-community-programs', level: 3 },
      { id: 'community-programs', level: 4 },
    ];
    expect(placeOf(page)).toEqual({ reason: 'coursePage', section: undefined, resource: undefined });
    expect(placeOf(`${page}#join-us`)).toMatchObject({ reason: 'coursePage', section: 'join-us' });
    expect(placeOf(`${page}#community-programs`, outline)).toMatchObject({ section: 'programs' });
  });

  test('finds a page below a specific resource, and below its former addresses', () => {
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

  test('finds nothing for neighbours of the pathway’s pages: parents, siblings, and pages with similar words', () => {
    const alone = [indexCourses([pathway]), indexCourses([pathway], createMovedAddressLookup(movesTable))];
    expect(nearAddresses.length).toBeGreaterThanOrEqual(200);
    for (const path of nearAddresses) {
      const address = `https://handbook.gitlab.com${path}`;
      for (const each of alone) expect(matchAddress(each, address), path).toBeUndefined();
    }
  });

  test('follows the handbook’s redirects', () => {
    const old = `${RELATIONS}strategy-programs/education-program/edu-program-workflows/`;
    expect(matchAddress(indexWithMoves, old)?.reason).toBe('within');
    const indicators = `${HANDBOOK}engineering/infrastructure/performance-indicators/#mrarr`;
    expect(matchAddress(indexWithMoves, indicators)).toMatchObject({
      reason: 'moved',
      resource: { id: 'mrarr' },
    });
  });
});
