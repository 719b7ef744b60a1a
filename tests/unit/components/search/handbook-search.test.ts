import { describe, expect, test } from 'vitest';
import pages from '../../../../assets/sites/pages.json' with { type: 'json' };
import { matchPage } from '../../../../catalog/course-index.ts';
import { replacementsFor, searchHandbook } from '../../../../components/search/handbook-search.ts';
import { pageOf } from '../../../../sites/address.ts';
import goneAddresses from '../../../fixtures/addresses/gone-by-2026-08.json' with { type: 'json' };

const RELATIONS = 'https://handbook.gitlab.com/handbook/marketing/developer-relations/';
const placesAt = (address: string) => replacementsFor(address, matchPage(address, undefined)[0]);
const addressesAt = (address: string) => placesAt(address).map((place) => place.address);

test('a result has the name and the folders of its page next to its address', () => {
  expect(searchHandbook('education program', 1)).toEqual([
    {
      address: `${RELATIONS}programs/education-program/`,
      title: 'Education program',
      folders: 'Marketing / Developer relations / Programs',
    },
  ]);
});

describe('the suggestions for a missing page', () => {
  test('are at most five existing pages without duplicates, for all pages removed by August 2026', () => {
    for (const path of goneAddresses) {
      const found = addressesAt(pages.origin + path).map(pageOf);
      expect(found.length, path).toBeGreaterThan(0);
      expect(found.length, path).toBeLessThanOrEqual(5);
      expect(new Set(found).size, path).toBe(found.length);
      expect(found, path).not.toContain(pages.origin + path);
    }
  });

  test('leave out where a single resource moved, which the panel shows already', () => {
    const missing = `${RELATIONS}community-programs/education-program/`;
    expect(addressesAt(missing)).not.toContain(`${RELATIONS}programs/education-program/`);
    expect(addressesAt(missing)).toHaveLength(5);
  });

  test('start with the page itself if only that spelling of its address is missing', () => {
    const address = 'https://handbook.gitlab.com/handbook/values/';
    for (const url of [
      'https://handbook.gitlab.com/handbook/Values/?x#top',
      'https://handbook.gitlab.com/mr7/handbook/values/',
      'https://about.gitlab.com/handbook/values/index.html',
    ])
      expect(replacementsFor(address, undefined, url)[0]).toMatchObject({ address, reason: 'similar' });
    for (const url of [address, `${address}?x#top`])
      expect(replacementsFor(address, undefined, url).map((place) => place.address)).not.toContain(address);
  });

  test('start with where several resources moved, which the panel shows nowhere else', () => {
    const missing = 'https://handbook.gitlab.com/handbook/engineering/quality/performance-indicators/';
    const there = `${RELATIONS}performance-indicators/`;
    expect(placesAt(missing)[0]).toMatchObject({ address: there, reason: 'moved' });
    expect(addressesAt(`${missing}#mrarr`)).not.toContain(there);
  });
});
