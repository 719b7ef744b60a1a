import { gitlabHandbook } from '../../sites/gitlab-handbook.ts';
import type { ShownPage } from './use-shown-page.ts';

/**
 * Whether the shown page is the one at its address, and not a translation or a review build of it: these have other words, and
 * may have other headings.
 */
export function isOriginal({ tab: { url = '' }, address = '' }: ShownPage): boolean {
  const page = address.replace(/#.*/, '');
  // Of another handbook none is known.
  return !gitlabHandbook.addressOf(url) || url.replace(/[?#].*/, '').replace(/\/?$/, '/') === page;
}
