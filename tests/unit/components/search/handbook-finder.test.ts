import { describe, expect, test } from 'vitest';
import pages from '../../../../assets/sites/pages.json' with { type: 'json' };
import { matchPage } from '../../../../catalog/course-index.ts';
import { findInHandbook, placesFor } from '../../../../components/search/handbook-finder.ts';
import { pageOf } from '../../../../sites/address.ts';
import goneAddresses from '../../../fixtures/addresses/gone-by-2026-08.json' with { type: 'json' };

const RELATIONS = 'https://handbook.gitlab.com/handbook/marketing/developer-relations/';
const placesAt = (address: string) => placesFor(address, matchPage(address, undefined)[0]);
const addressesAt = (address: string) => placesAt(address).map((place) => place.address);

test('what is found has its name beside its address', () => {
  expect(findInHandbook('education program', 1)).toEqual([
    {
      address: `${RELATIONS}programs/education-program/`,
      title: 'Education program',
      folders: 'Marketing / Developer relations / Programs',
    },
  ]);
});

describe('the places for a missing page', () => {
  test('are some living ones, each once and never the missing one, for all pages gone by August 2026', () => {
    for (const path of goneAddresses) {
      const found = addressesAt(pages.origin + path).map(pageOf);
      expect(found.length, path).toBeGreaterThan(0);
      expect(found.length, path).toBeLessThanOrEqual(5);
      expect(new Set(found).size, path).toBe(found.length);
      expect(found, path).not.toContain(pages.origin + path);
    }
  });

  test('leave out where the one resource moved, which is said already', () => {
    const missing = `${RELATIONS}community-programs/education-program/`;
    expect(addressesAt(missing)).not.toContain(`${RELATIONS}programs/education-program/`);
    expect(addressesAt(missing)).toHaveLength(5);
  });

  test('begin with the page itself where another way of writing its address is missing', () => {
    const address = 'https://handbook.gitlab.com/handbook/values/';
    for (const url of [
      'https://handbook.gitlab.com/handbook/Values/?x#top',
      'https://handbook.gitlab.com/mr7/handbook/values/',
      'https://about.gitlab.com/handbook/values/index.html',
    ])
      expect(placesFor(address, undefined, url)[0]).toMatchObject({ address, reason: 'alike' });
    for (const url of [address, `${address}?x#top`])
      expect(placesFor(address, undefined, url).map((place) => place.address)).not.toContain(address);
  });

  test('begin with where several resources moved, of which none is said', () => {
    const missing = 'https://handbook.gitlab.com/handbook/engineering/quality/performance-indicators/';
    const there = `${RELATIONS}performance-indicators/`;
    expect(placesAt(missing)[0]).toMatchObject({ address: there, reason: 'moved' });
    expect(addressesAt(`${missing}#mrarr`)).not.toContain(there);
  });
});
