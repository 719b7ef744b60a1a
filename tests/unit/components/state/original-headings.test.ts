import { expect, test } from 'vitest';
import { inOriginalIds, readOriginal } from '../../../../components/state/original-headings.ts';
import type { ShownPage } from '../../../../components/state/shown-page.ts';

const VALUES = 'https://handbook.gitlab.com/handbook/values/';
const ORIGINAL = { page: VALUES, ids: ['values', 'honesty', 'thrift'] };

/** A page that is read at the address of a translation, with headings of these ids. */
function translated(ids: string[], reading: string | null = null, lang = 'ja'): ShownPage {
  const headings = ids.map((id) => ({ id, level: 2 as const, text: id }));
  const url = 'https://gl-handbook-ja.page/handbook/values/';
  const info = { url, kind: 'content' as const, title: '', lang, headings, reading };
  const tab = { id: 1, url, load: 1, revision: 0, complete: true, inFront: true };
  return { tab, address: VALUES, info, fresh: true, stubs: new Set(), unread: false };
}
const idsIn = (page: ShownPage | undefined) => page?.info?.headings.map(({ id }) => id);

test('the headings of a translation have the ids of the original’s, in their order', () => {
  const page = inOriginalIds(translated(['values', '誠実さ', '倹約'], '倹約'), ORIGINAL);
  expect(idsIn(page)).toEqual(ORIGINAL.ids);
  expect(page?.info?.reading).toBe('thrift');
  expect(page?.info?.headings[1]?.text).toBe('誠実さ');
  expect(inOriginalIds(translated(['values', '誠実さ', '倹約'], ''), ORIGINAL)?.info?.reading).toBe('');
});

test.each([
  ['has another number of headings', translated(['values', '倹約'])],
  ['has a heading of the original at another place', translated(['誠実さ', 'values', '倹約'])],
  ['is no translation', translated(['values', 'candour', 'thrift'], null, 'en')],
])('a page that %s keeps its own ids', (_, page) => {
  expect(inOriginalIds(page, ORIGINAL)).toBe(page);
});

test('a page whose original isn’t known, or isn’t the one at hand, keeps its own ids', () => {
  const page = translated(['values', '誠実さ', '倹約']);
  expect(inOriginalIds(page, undefined)).toBe(page);
  expect(inOriginalIds(page, { ...ORIGINAL, page: 'https://handbook.gitlab.com/handbook/' })).toBe(page);
  expect(inOriginalIds(undefined, ORIGINAL)).toBeUndefined();
});

test('the original’s headings are known for pages of the handbook, and none for any other page', async () => {
  const { ids } = await readOriginal('https://handbook.gitlab.com/handbook/company/stewardship/');
  expect(ids).toContain('how-open-source-benefits-from-open-core');
  for (const page of ['https://handbook.gitlab.com/handbook/no-such-page/', 'https://example.org/'])
    expect(await readOriginal(page)).toEqual({ page, ids: [] });
});
