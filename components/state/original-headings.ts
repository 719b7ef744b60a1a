import type { PageInfo } from '../../platform/page-channel.ts';
import { type Address, pageOf } from '../../sites/address.ts';
import type { Original } from './page-trouble.ts';
import { isTranslation, type ShownPage } from './shown-page.ts';

/** Looks up the headings of the original at `page`. Never rejects. */
export async function readOriginal(page: Address): Promise<Original> {
  const load = () => import('../../assets/sites/headings.json', { with: { type: 'json' } });
  const { origin, headings } = (await load().catch(() => undefined))?.default ?? { origin: '', headings: {} };
  const path = origin && page.startsWith(origin) ? page.slice(origin.length) : '';
  const ids =
    Object.entries(headings)
      .find(([each]) => each === path)?.[1]
      .split(' ') ?? [];
  return { page, ids };
}

/** `info` with the original's ids; unchanged if the page has another number of headings, or one of them at another place. */
function withIds(info: PageInfo, ids: readonly string[]): PageInfo {
  const places = new Map(ids.map((id, at) => [id, at]));
  const isAlike =
    info.headings.length === ids.length && info.headings.every(({ id }, at) => (places.get(id) ?? at) === at);
  if (!isAlike) return info;
  const headings = info.headings.map((heading, at) => ({ ...heading, id: ids[at] ?? heading.id }));
  const read = info.headings.findIndex(({ id }) => id === info.reading);
  return { ...info, headings, reading: ids[read] ?? info.reading };
}

/**
 * A translation has translated ids of headings, while resources name those of the original. If both pages have as many headings, each
 * one is recognised by its place.
 * @returns `shown` with the ids of the original, if it is a translation of `known` and has as many headings
 */
export function inOriginalIds(
  shown: ShownPage | undefined,
  known: Original | undefined,
): ShownPage | undefined {
  if (!shown?.info || !known || !shown.address || pageOf(shown.address) !== known.page) return shown;
  const info = isTranslation(shown) ? withIds(shown.info, known.ids) : shown.info;
  return info === shown.info ? shown : { ...shown, info };
}
