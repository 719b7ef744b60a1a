import { describe, expect, test } from 'vitest';
import pages from '../../../../assets/sites/pages.json' with { type: 'json' };
import titles from '../../../../assets/sites/titles.json' with { type: 'json' };
import translated from '../../../../assets/sites/titles-ja.json' with { type: 'json' };
import { matchPage } from '../../../../catalog/course-index.ts';
import { loadMore, replacementsFor, searchHandbook } from '../../../../components/search/handbook-search.ts';
import { pageOf } from '../../../../sites/address.ts';
import goneAddresses from '../../../fixtures/addresses/gone-by-2026-08.json' with { type: 'json' };

const RELATIONS = 'https://handbook.gitlab.com/handbook/marketing/developer-relations/';
const placesAt = (address: string) => replacementsFor(address, matchPage(address, undefined)[0]);
const addressesAt = (address: string) => placesAt(address).map((place) => place.address);

const resultFor = (query: string) => searchHandbook(query, 1)[0];

describe('a result', () => {
  test('has its page’s title as the authors wrote it, and the titles of the pages above', () => {
    expect(resultFor('education services support')).toMatchObject({
      address: `${pages.origin}/handbook/customer-success/education-services/gitlab-education-services-support/`,
      title:
        titles.titles['/handbook/customer-success/education-services/gitlab-education-services-support/'],
      place: ['/handbook/customer-success/', '/handbook/customer-success/education-services/']
        .map((path) => titles.titles[path as keyof typeof titles.titles])
        .join(' / '),
      kind: 'page',
    });
  });

  test('of a page without a known title has its path as the title, and no name made from it', () => {
    const path = '/handbook/marketing/developer-relations/programs/education-program/';
    expect(resultFor('education program')).toMatchObject({ title: path, place: '' });
  });

  test('of an address is its page, or what is like it while it is typed', () => {
    for (const [query, path] of [
      [`${RELATIONS}developer-advocacy/`, 'developer-advocacy/'],
      [`${RELATIONS}developer-advocacy?x`, 'developer-advocacy/'],
      ['/handbook/marketing/developer-rel', ''],
      ['https://handbook.gitlab.com/handbook/marketing/developer-rel', ''],
    ] as const)
      expect(resultFor(query)?.address).toBe(RELATIONS + path);
  });

  test('may be a heading once these are loaded, after its page if that matches as well', async () => {
    expect(searchHandbook('boring solutions', 5)).toEqual([]);
    expect(await loadMore('boring solutions')).toBe(true);
    expect(await loadMore('boring solutions')).toBe(false);
    expect(resultFor('boring solutions')).toMatchObject({
      address: `${pages.origin}/handbook/values/#boring-solutions`,
      title: '#boring-solutions',
      place: titles.titles['/handbook/values/'],
      kind: 'heading',
    });
    const [first, ...more] = searchHandbook('parental leave', 10);
    expect(first?.kind).toBe('page');
    expect(more.map(({ kind }) => kind)).toContain('heading');
  });

  test('for a query in Japanese has the page’s Japanese title', async () => {
    await loadMore('けいひ');
    expect(resultFor('経費')).toMatchObject({
      address: `${pages.origin}/handbook/finance/expenses/`,
      title: translated.titles['/handbook/finance/expenses/'],
    });
    // Kana of either kind, full width or half, find each other.
    for (const query of ['オンボーディング', 'おんぼーでぃんぐ', 'ｵﾝﾎﾞｰﾃﾞｨﾝｸﾞ'])
      expect(searchHandbook(query, 3)).toEqual(searchHandbook('オンボーディング', 3));
  });
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

  test('are only its new page if it moved', () => {
    for (const missing of ['community-programs', 'strategy-programs'].map(
      (folder) => `${RELATIONS}${folder}/`,
    ))
      expect(placesAt(`${missing}startups-program/`)).toMatchObject([
        {
          address: 'https://handbook.gitlab.com/handbook/sales/high-velocity-sales-fo-team/startups-program/',
          reason: 'moved',
        },
      ]);
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

  test('are only the new page if several resources moved there', () => {
    const missing = 'https://handbook.gitlab.com/handbook/engineering/quality/performance-indicators/';
    const there = [{ address: `${RELATIONS}performance-indicators/`, reason: 'moved' }];
    expect(placesAt(missing)).toMatchObject(there);
    expect(placesAt(`${missing}#mrarr`)).toMatchObject(there);
  });
});
