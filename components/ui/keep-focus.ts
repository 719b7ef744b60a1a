/**
 * Keeps the focus in the panel when what had it is gone, as the page changes or a button has done its work: it goes to the
 * heading of the region in which that was, so that a reader at the keyboard goes on from there and not from the top.
 */
export function keepFocus(): void {
  let last: { element: Element; region: Element | null } | undefined;
  const remember = (element: Element) => {
    last = { element, region: element.closest('section') };
  };
  // Not every part that goes away does so when the whole panel is rendered.
  const changes = new MutationObserver(() => {
    const { element, region } = last ?? {};
    if (!element || element.isConnected || document.activeElement !== document.body) return;
    const place = region?.isConnected ? region : (document.querySelector('dialog') ?? document);
    const heading = place.querySelector<HTMLElement>('h2, h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
  if (document.activeElement) remember(document.activeElement);
  addEventListener('focusin', ({ target }) => remember(target as Element));
  changes.observe(document.body, { childList: true, subtree: true });
}
