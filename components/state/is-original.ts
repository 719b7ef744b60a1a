import { pageOf } from '../../sites/address.ts';
import { gitlabHandbook } from '../../sites/gitlab-handbook.ts';
import type { ShownPage } from './use-shown-page.ts';

/**
 * Whether the shown page is the one at its address, and not a translation or a review build of it: these have other words, and
 * may have other headings.
 */
export function isOriginal({ tab: { url = '' }, address = '' }: ShownPage): boolean {
  // Of another handbook none is known.
  return !gitlabHandbook.addressOf(url) || url.replace(/[?#].*/, '').replace(/\/?$/, '/') === pageOf(address);
}
