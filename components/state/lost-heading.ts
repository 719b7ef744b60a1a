import { computed } from '@preact/signals';
import type { Resource } from '../../courses/course.ts';
import { anchorOf, withAnchor } from '../../sites/address.ts';
import { closestHeading } from '../../sites/closest-heading.ts';
import { shown } from './current.ts';
import { lastOpened, lostHeadings } from './page-trouble.ts';
import { isOriginal, isTranslation, type ShownPage } from './shown-page.ts';

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

export const lostHeading = computed(() => lostHeadingOf(shown.value, lostHeadings.value, lastOpened.value));
