import moves from '../../assets/sites/moves.json' with { type: 'json' };
import pages from '../../assets/sites/pages.json' with { type: 'json' };
import type { Found } from '../../components/Find.tsx';
import type { Address } from '../../sites/address.ts';
import { pageFinder } from '../../sites/find-pages.ts';
import { pageName } from '../../sites/page-name.ts';

const finder = pageFinder(pages, moves);

const named = (address: Address): Found => ({ address, ...pageName(address, pages.origin) });

/** The handbook's pages that a reader may mean by `query`. */
export const findInHandbook = (query: string, most: number): Found[] =>
  finder.findPages(query, most).map(named);
