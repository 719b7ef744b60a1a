import { computed } from '@preact/signals';
import type { Resource } from '../../courses/course.ts';
import type { Match } from '../../courses/match.ts';
import { type Address, anchorOf, pageOf, withAnchor } from '../../sites/address.ts';
import { closestHeading } from '../../sites/closest-heading.ts';
import { match, shown } from './current.ts';
import { lastOpened, original } from './page-trouble.ts';
import { isOriginal, isTranslation, type ShownPage } from './shown-page.ts';

/** Returns the match's resources on `page` whose headings the page doesn't have. A review build may have other headings: none. */
export function lostHeadingsOn(page: ShownPage | undefined, found: Match | undefined): Resource[] {
  const { address = '', info, fresh } = page ?? {};
  if (!page || !fresh || info?.kind !== 'content' || !(isOriginal(page) || isTranslation(page))) return [];
  const ids = new Set(['', ...info.headings.map(({ id }) => id)]);
  return (found?.resources ?? []).filter(
    (each) => pageOf(each.address) === pageOf(address) && !ids.has(anchorOf(each.address)),
  );
}

const lost = computed(() => lostHeadingsOn(shown.value, match.value));

/** The page whose headings have to be known, since the shown page is its translation and the course names a heading on it. */
export const wantedOriginal = computed<Address | undefined>(() => {
  const page = shown.value;
  const isNamed = lost.value.length > 0 || match.value?.reason === 'coursePage';
  return page?.address && isNamed && isTranslation(page) ? pageOf(page.address) : undefined;
});

/** A heading that a resource links to but the shown page doesn't have. */
export interface LostHeading {
  resource: Resource;
  /** The id of the lost heading. */
  anchor: string;
  /** The most similar heading of the page, if any is similar enough. */
  closest: ReturnType<typeof closestHeading>;
  /** The address of the most similar heading. */
  instead: string | undefined;
  /** Whether the page is a translation: then nobody can tell whether the heading is lost or only has another id. */
  isTranslated: boolean;
  /** The resource's own page, if the translation is read elsewhere. */
  original: string | undefined;
  /** Whether the reader has just opened the lost heading from the panel. */
  isOpened: boolean;
}

/**
 * Returns the lost heading that the reader came for, or else the first one.
 * @param resources the resources whose headings the page doesn't have
 * @param opened the address that was last opened from this panel
 * @returns undefined if no heading is lost
 */
export function lostHeadingOf(
  shown: ShownPage | undefined,
  resources: readonly Resource[],
  opened: string | undefined,
): LostHeading | undefined {
  if (!shown) return undefined;
  const { address, info } = shown;
  const isTranslated = isTranslation(shown);
  const headings = isTranslated ? [] : (info?.headings ?? []);
  const lost = resources.map((resource) => {
    const anchor = anchorOf(resource.address);
    const closest = closestHeading(anchor, resource.ownTitle ?? resource.title, headings);
    return { resource, anchor, closest, instead: closest && withAnchor(resource.address, closest.id) };
  });
  const found =
    lost.find(({ resource }) => resource.address === address) ??
    lost.find(({ instead }) => instead === address) ??
    lost[0];
  if (!found) return undefined;
  return {
    ...found,
    isTranslated,
    original: isTranslated && !isOriginal(shown) ? found.resource.address : undefined,
    isOpened: address === found.resource.address && opened === address,
  };
}

export const lostHeading = computed(() => {
  // On a translation, nothing is lost until its original's headings are known.
  const isKnown = wantedOriginal.value === undefined || wantedOriginal.value === original.value?.page;
  return isKnown ? lostHeadingOf(shown.value, lost.value, lastOpened.value) : undefined;
});
