import { useRef } from 'preact/hooks';
import type { ShownPage } from './use-shown-page.ts';

/**
 * What the panel shows while `held`: the page that was shown when that began, so that whatever covers the panel acts on what
 * it showed when it opened, wherever the page scrolls or goes behind it. Only what the same document still has to say of
 * itself counts.
 */
export function useHeld(shown: ShownPage | undefined, held: boolean): ShownPage | undefined {
  const last = useRef(shown);
  const { tab, address, fresh } = last.current ?? {};
  if (!held || !tab || (!fresh && shown?.address === address)) last.current = shown;
  return last.current;
}
