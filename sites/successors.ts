import { wordsOf } from '../text/fold.ts';
import { ancestorsOf } from './address.ts';
import { followMoves, type MovesTable } from './moves.ts';
import type { PagesList, PageTitles } from './page-facts.ts';

/** How many other pages of a folder must have moved to a folder for it to be where the folder is now. */
const ENOUGH_SIBLINGS = 2;
/** How many words make a name that different pages hardly share by chance. `metrics` is a name of many. */
const TELLING_WORDS = 2;

const lastOf = (path: string) => path.split('/').at(-2) ?? '';
/** The topmost folder below `/handbook/`. */
export const departmentOf = (path: string) => path.split('/')[2];
const foldersOf = (path: string) => path.split('/').slice(1, -2);

/** How many folders two paths have in common, from the top. */
function sharedFolders(path: string, other: string): number {
  const others = foldersOf(other);
  const fork = foldersOf(path).findIndex((folder, at) => folder !== others[at]);
  return fork < 0 ? foldersOf(path).length : fork;
}

/** Whether two pages are in one folder, or one of them is one folder deeper. */
export const isNear = (path: string, other: string) =>
  Math.max(foldersOf(path).length, foldersOf(other).length) - sharedFolders(path, other) <= 1;

function grouped<T>(values: Iterable<T>, keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

/**
 * Creates a function that finds where the content of a removed page most likely is now, for pages that ended without a redirect. Pages
 * that are in `titles` existed when the removed pages did, so those that aren't are *new*: most removed pages are now one of them.
 * In this order:
 * 1. A new page at the same place in another folder, to which other pages of the removed page's folder moved.
 * 2. A new page of the same name, if that tells enough.
 * 3. A page of the same title and name, or of the same title in the same department.
 */
export function createSuccessorSearch(
  list: PagesList,
  titles: PageTitles,
  moves: MovesTable,
): (path: string) => string | undefined {
  const living = new Set(list.pages);
  const isNew = (path: string) => living.has(path) && !Object.hasOwn(titles.titles, path);
  const byName = grouped(list.pages, lastOf);
  const byTitle = grouped(list.pages, (path) => titles.titles[path] ?? '');
  const endOf = (path: string) => followMoves(moves, list.origin + path)?.slice(list.origin.length);
  // A redirect may lead to a page that was removed, too. Its reader arrives there.
  const removed = new Set(
    Object.keys(titles.titles)
      .flatMap((path) => [path, endOf(path) ?? path])
      .filter((path) => path.startsWith('/') && !living.has(path)),
  );

  /** The end of the redirects of `path`, if it exists. */
  function redirectedTo(path: string): string | undefined {
    const target = endOf(path);
    return target !== undefined && living.has(target) ? target : undefined;
  }

  /** The folders where `page`, in `folder`, may be at the same place now: by its redirects, or else by new pages of its name. */
  function newFoldersOfPage(page: string, folder: string): string[] {
    const tail = page.slice(folder.length);
    const target = redirectedTo(page);
    const places = target === undefined ? (byName.get(lastOf(page)) ?? []).filter(isNew) : [target];
    return places
      .filter((place) => place.endsWith(`/${tail}`))
      .map((place) => place.slice(0, -tail.length))
      .filter((to) => to !== folder);
  }

  /** The folders to which pages of `folder` moved, except `path`, with the number of those pages, the most first. */
  function newFoldersOf(folder: string, path: string): [folder: string, pages: number][] {
    const counts = new Map<string, number>();
    const target = folder === path ? undefined : redirectedTo(folder);
    // A redirect of the folder's own page tells as much as its other pages together.
    if (target !== undefined) counts.set(target, ENOUGH_SIBLINGS);
    for (const page of removed)
      if (page !== path && page !== folder && page.startsWith(folder))
        for (const to of newFoldersOfPage(page, folder)) counts.set(to, (counts.get(to) ?? 0) + 1);
    return [...counts].sort(([a, n], [b, m]) => m - n || sharedFolders(b, folder) - sharedFolders(a, folder));
  }

  function bySiblings(path: string): string | undefined {
    for (const folder of [
      path,
      ...ancestorsOf(list.origin + path).map((each) => each.slice(list.origin.length)),
    ]) {
      const tail = path.slice(folder.length);
      const folders = newFoldersOf(folder, path);
      // Where the pages of a folder are now is where its own page is, unless they are now in different folders.
      for (const [to, pages] of tail ? folders : folders.slice(0, 1)) {
        const told = pages >= ENOUGH_SIBLINGS || wordsOf(lastOf(path)).length >= TELLING_WORDS;
        if (told && isNew(to + tail)) return to + tail;
      }
    }
    return undefined;
  }

  function byItsName(path: string): string | undefined {
    const same = byName.get(lastOf(path)) ?? [];
    const isTelling = wordsOf(lastOf(path)).length >= TELLING_WORDS || same.length === 1;
    return same
      .filter((page) => isNew(page) && isTelling && departmentOf(page) === departmentOf(path))
      .sort((a, b) => sharedFolders(path, b) - sharedFolders(path, a))[0];
  }

  function byItsTitle(path: string): string | undefined {
    const title = titles.titles[path];
    return title === undefined
      ? undefined
      : (byTitle.get(title) ?? []).find(
          (page) =>
            lastOf(page) === lastOf(path) ||
            (departmentOf(page) === departmentOf(path) && wordsOf(title).length >= TELLING_WORDS),
        );
  }

  return (path) => bySiblings(path) ?? byItsName(path) ?? byItsTitle(path);
}
