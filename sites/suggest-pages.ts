import { wordsOf } from '../text/fold.ts';
import { type Address, ancestorsOf, pageOf } from './address.ts';
import { followMoves, type MovesTable } from './moves.ts';
import type { PagesList, PageTitles } from './page-facts.ts';
import type { createPathSearch } from './similar-paths.ts';
import { createSuccessorSearch, departmentOf, isNear } from './successors.ts';

/** A page suggested for a missing one, and why: the missing one moved there, the addresses have similar words, or it is the parent page. */
export interface SuggestedPage {
  address: Address;
  reason: 'moved' | 'similar' | 'above';
}

/**
 * The similarity (0 to 1) from which a page is suggested before the parent page. If the direct parent still exists, the page was more
 * likely dropped than moved, so a name of one word needs a higher similarity (`oneWord`).
 */
const LIKELY = { elsewhere: 0.52, oneWord: 0.88 };
/** The similarity from which a page of the same department (the topmost folder) is suggested after the parent page. */
const ALSO = 0.25;

const nameOf = (path: string) => wordsOf(path.split('/').at(-2) ?? '');

/**
 * Creates a function that suggests pages for a missing one, the likeliest first: only the target of its move if that exists; else the
 * page where its content most likely is now, the nearest existing parent page, and pages with similar paths. If no page is likely, the
 * list begins with the parent page. It is never empty if the site's front page is known.
 * @param similarTo finds known paths similar to a given one
 */
export function createPageSuggestions(
  list: PagesList,
  titles: PageTitles,
  moves: MovesTable,
  similarTo: ReturnType<typeof createPathSearch>,
): (address: Address, most?: number) => SuggestedPage[] {
  const living = new Set(list.pages);
  let successorOf: ReturnType<typeof createSuccessorSearch> | undefined;
  const pathOf = (address: Address) => new URL(address).pathname;
  const knows = (address: Address) =>
    address.startsWith(`${list.origin}/`) && living.has(pageOf(address).slice(list.origin.length));

  /**
   * The path of the page where the content of `path` most likely is. A page that is known to have existed may have a new name, in or next to
   * its folder: that of a new page, or a part of its own. Another address may be misspelled in any way.
   */
  function likeliest(
    path: string,
    sought: string,
    similar: ReturnType<typeof similarTo>,
  ): string | undefined {
    successorOf ??= createSuccessorSearch(list, titles, moves);
    const successor = successorOf(path) ?? successorOf(sought);
    if (successor !== undefined) return successor;
    const name = nameOf(sought);
    const isKept = living.has(sought.replace(/[^/]+\/$/, ''));
    const likely = isKept && name.length === 1 ? LIKELY.oneWord : LIKELY.elsewhere;
    const existed = Object.hasOwn(titles.titles, path);
    const isRenamed = (other: string) =>
      isNear(sought, other) &&
      (!Object.hasOwn(titles.titles, other) || nameOf(other).every((word) => name.includes(word)));
    return similar.find(
      ({ path: other, score }) =>
        score >= likely && !sought.startsWith(other) && (!existed || isRenamed(other)),
    )?.path;
  }

  return (address, most = 5) => {
    const page = pageOf(address);
    const target = followMoves(moves, page);
    // A redirect to a parent page means that the page was dropped, so its target is suggested only as the parent page.
    const dropped = target !== undefined && ancestorsOf(page).includes(pageOf(target));
    const elsewhere = target !== undefined && !target.startsWith(`${list.origin}/`);
    if (target !== undefined && !dropped && (elsewhere || knows(target)))
      return [{ address: target, reason: 'moved' }];
    // The target may be missing as well: then its content may be near the target, too.
    const sought = target === undefined || dropped || elsewhere ? page : pageOf(target);
    const parent = ancestorsOf(sought).find(knows);
    const similar = similarTo(pathOf(sought)).slice(0, most);
    const best = dropped ? undefined : likeliest(pathOf(page), pathOf(sought), similar);
    // A page that shares only its folders with the missing one is no guess.
    const name = nameOf(pathOf(sought));
    const isAlso = ({ path, score }: (typeof similar)[number]) =>
      score >= (departmentOf(path) === departmentOf(pathOf(sought)) ? ALSO : LIKELY.elsewhere) &&
      nameOf(path).some((word) => name.includes(word));
    const suggestions = new Map<Address, SuggestedPage['reason']>();
    const add = (suggested: Address | undefined, reason: SuggestedPage['reason']) => {
      if (suggested !== undefined && suggested !== page && !suggestions.has(suggested))
        suggestions.set(suggested, reason);
    };
    add(best === undefined ? undefined : list.origin + best, 'similar');
    add(parent, 'above');
    for (const { path } of similar.filter(isAlso)) add(list.origin + path, 'similar');
    return [...suggestions].slice(0, most).map(([each, reason]) => ({ address: each, reason }));
  };
}
