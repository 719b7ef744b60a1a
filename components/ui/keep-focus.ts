/**
 * Moves the focus when the focused element is removed, because the page changed or its button has done its work. The heading of the
 * surrounding region, or of the item in a list, gets it, so that keyboard users continue from there instead of from the top.
 */
export function keepFocus(): void {
  let last: { element: Element; region: Element | null } | undefined;
  const remember = (element: Element) => {
    last = { element, region: element.closest('section, li:has(> h2)') };
  };
  // An observer, because parts of the panel also change without a render of the whole panel.
  const changes = new MutationObserver(() => {
    const { element, region } = last ?? {};
    if (!element || element.isConnected || document.activeElement !== document.body) return;
    const near = region?.isConnected ? region.querySelector<HTMLElement>('h2, h1') : null;
    // Not every region has a heading.
    const heading =
      near ??
      ([...document.querySelectorAll('dialog[open]')].at(-1) ?? document).querySelector<HTMLElement>(
        'h2, h1',
      );
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
  if (document.activeElement) remember(document.activeElement);
  let isTabbing = false;
  addEventListener('keydown', ({ key }) => {
    isTabbing = key === 'Tab';
  });
  addEventListener('focusin', ({ target }) => {
    const element = target as Element;
    remember(element);
    // Firefox leaves it half behind the footer. In a view, its own scrolled part is enough.
    if (!isTabbing || element.closest('dialog')) return;
    const show = () => element.scrollIntoView({ block: 'nearest' });
    show();
    // Chromium may still be scrolling to the last element that had the focus.
    setTimeout(() => document.activeElement === element && show(), 200);
  });
  changes.observe(document.body, { childList: true, subtree: true });
}
