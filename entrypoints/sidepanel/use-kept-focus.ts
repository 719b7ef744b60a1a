import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the focus in the panel when what had it is gone, as the page changes: it goes to the region in which that was, so
 * that a reader at the keyboard goes on from there and not from the top.
 */
export function useKeptFocus(): void {
  const last = useRef<{ element: Element; region: Element | null }>(undefined);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      const element = target as Element;
      last.current = { element, region: element.closest('section') };
    };
    addEventListener('focusin', remember);
    return () => removeEventListener('focusin', remember);
  }, []);
  useLayoutEffect(() => {
    const { element, region } = last.current ?? {};
    if (!element || element.isConnected || document.activeElement !== document.body) return;
    const heading = (region?.isConnected ? region : document).querySelector<HTMLElement>('h2, h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
}
