import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import moves from '../../../assets/sites/moves.json' with { type: 'json' };
import { indexCourses, matchAddress, matchesOf } from '../../../courses/match.ts';
import { createMovedAddressLookup } from '../../../sites/moves.ts';

const HANDBOOK = 'https://handbook.gitlab.com/handbook/';
const CSM = `${HANDBOOK}customer-success/csm/`;
const PATHWAY = 'community-learning-pathway';
const ONBOARDING = 'csm-onboarding';

const index = indexCourses(builtInCourses);
const indexWithMoves = indexCourses(builtInCourses, createMovedAddressLookup(moves));

function placeOf(address: string) {
  const match = matchAddress(index, address);
  return match && [match.course.id, match.reason, match.section?.id, match.resource?.id];
}

describe('a page in both courses', () => {
  const values = `${HANDBOOK}values/`;
  const matching = (anchor: string, current?: string) =>
    matchesOf(index, `${values}${anchor}`, [], current).map(({ course, reason, section }) => [
      course.id,
      reason,
      section?.id,
    ]);
  const inPathway = (reason: string) => [PATHWAY, reason, 'best-practices'];
  const inOnboarding = (reason: string) => [ONBOARDING, reason, 'support'];

  test('matches both, the reader’s course first', () => {
    expect(matching('')).toEqual([inPathway('page'), inOnboarding('page')]);
    expect(matching('', PATHWAY)).toEqual([inPathway('page'), inOnboarding('page')]);
    expect(matching('', ONBOARDING)).toEqual([inOnboarding('page'), inPathway('page')]);
  });

  test('stays in the reader’s course, even if a heading of the other is being read', () => {
    const heading = '#single-source-of-truth';
    expect(matching(heading)).toEqual([inOnboarding('heading'), inPathway('page')]);
    expect(matching(heading, PATHWAY)).toEqual([inPathway('page'), inOnboarding('heading')]);
    expect(matching('#transparency', ONBOARDING)).toEqual([inOnboarding('page'), inPathway('heading')]);
  });
});

describe('a page of the CSM onboarding', () => {
  test('is in the section whose heading is being read, if it is the course page', () => {
    expect(placeOf(`${CSM}csm-onboarding/`)).toEqual([ONBOARDING, 'coursePage', undefined, undefined]);
    expect(placeOf(`${CSM}csm-onboarding/#finding-answers`)?.[2]).toBe('finding-answers');
    expect(placeOf(`${CSM}csm-onboarding/#csm-office-hours`)?.[2]).toBe('office-hours');
  });

  test('below a specific resource is within it', () => {
    expect(placeOf(`${CSM}gainsight/timeline/`)).toEqual([
      ONBOARDING,
      'within',
      'handbook-pages',
      'gainsight',
    ]);
    expect(placeOf(`${CSM}escalations/infrastructure/`)?.[3]).toBe('escalations');
  });

  test('with a heading of another section matches the resource of the whole page', () => {
    const development = `${CSM}csm-development/`;
    expect(placeOf(development)?.slice(1)).toEqual(['page', 'continuous-enablement', 'csm-development']);
    expect(placeOf(`${development}#devops`)?.slice(1)).toEqual(['heading', 'handbook-pages', 'devops']);
  });

  test.each([
    `${HANDBOOK}customer-success/`,
    `${HANDBOOK}customer-success/professional-services-engineering/`,
    `${CSM}onboarding/`,
    `${CSM}cadence-calls/`,
    `${CSM}success-plans/`,
    `${CSM}services/infrastructure-upgrade/`,
    `${CSM}segment/cse/cse-tm-onboarding/`,
    `${HANDBOOK}sales/`,
    `${HANDBOOK}sales/onboarding/sales-learning-path/`,
    `${HANDBOOK}sales/training/`,
    `${HANDBOOK}product/categories/lookup/`,
    `${HANDBOOK}people-group/general-onboarding/`,
    `${HANDBOOK}support/internal-support/`,
    `${HANDBOOK}communication/`,
    `${HANDBOOK}company/culture/all-remote/`,
    `${HANDBOOK}tools-and-tips/`,
  ])('%s is in no course', (address) => {
    expect(matchAddress(index, address)).toBeUndefined();
    expect(matchAddress(indexWithMoves, address)).toBeUndefined();
  });
});
