/** A text that the panel shows or that a screen reader announces. */
export interface SeenText {
  text: string;
  /** The element with the text, as the path of its names from the outside in. */
  where: string;
}

/** Returns all texts of the panel, those in attributes included. Runs in the panel, so it uses nothing outside itself. */
export function textsInPanel(): SeenText[] {
  const nameOf = (element: Element | null): string =>
    element && element !== document.body
      ? `${nameOf(element.parentElement)} ${[element.localName, ...element.classList].join('.')}`.trim()
      : '';
  const seen: SeenText[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim();
    const shown = node.parentElement?.closest('option') ? 'option' : node.parentElement?.checkVisibility();
    if (text && shown) seen.push({ text, where: nameOf(node.parentElement) });
  }
  for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      const text = element.getAttribute(name)?.trim();
      if (text) seen.push({ text, where: `${nameOf(element)}[${name}]` });
    }
  }
  return seen;
}

/**
 * The elements that don't fit in the panel: wider than it, cut off by their own box, or overlapping others. One sentence for
 * each. Runs in the panel, so it uses nothing outside itself.
 */
export function faultsOfLayout(): string[] {
  const root =
    document.querySelector(':popover-open') ?? document.querySelector('dialog[open]') ?? document.body;
  const faults: string[] = [];
  // A fixed header overlaps what is scrolled below it.
  for (const each of [document.documentElement, ...root.querySelectorAll('*')]) each.scrollTop = 0;
  // So does a fixed footer. Here it comes after the content.
  const footers = [...root.querySelectorAll<HTMLElement>('footer')];
  for (const footer of footers) footer.style.position = 'static';
  // And the footer of a view.
  const scrolled = [...root.querySelectorAll<HTMLElement>('.scrolled')];
  for (const each of scrolled) each.style.flex = 'none';
  const nameOf = (element: Element) => {
    const name = [element.localName, ...element.classList].join('.');
    return `<${name}> “${(element.textContent ?? '').trim().slice(0, 40)}”`;
  };
  // Texts for screen readers have no size, and drawings no text.
  const visible = [...root.querySelectorAll<HTMLElement>('*')].filter(
    (element) => element.checkVisibility() && !element.closest('.unseen, svg') && !element.matches('option'),
  );
  // These end with an ellipsis, by which the reader sees that the text goes on.
  const shortened = visible.filter((element) => {
    const { textOverflow, webkitLineClamp } = getComputedStyle(element);
    return !element.matches('input, select') && (textOverflow === 'ellipsis' || webkitLineClamp !== 'none');
  });
  const shown = visible.filter(
    (element) => !shortened.some((outer) => outer !== element && outer.contains(element)),
  );
  if (document.documentElement.scrollWidth > innerWidth) faults.push('the panel scrolls sideways');
  const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
  const isWritten = (node: Node) => node.nodeType === Node.TEXT_NODE && Boolean(node.textContent?.trim());
  const checkBox = (element: HTMLElement, box: DOMRect, style: CSSStyleDeclaration) => {
    if (box.width > 0 && (box.left < -0.5 || box.right > innerWidth + 0.5)) {
      faults.push(`${nameOf(element)} is outside the panel`);
    }
    if (element.matches('select, input:not([type])') && style.textOverflow !== 'ellipsis') {
      // These have only one line. If the text is longer, the reader must see that it goes on.
      faults.push(`${nameOf(element)} would be cut off in a letter`);
    }
  };
  const checkContent = (element: HTMLElement, box: DOMRect, style: CSSStyleDeclaration) => {
    const written = [...element.childNodes].some(isWritten);
    const wider = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
    if (wider && (written || style.overflowX !== 'visible')) {
      faults.push(`${nameOf(element)} is cut at its side, or runs out of its box`);
    }
    if (element.scrollHeight > element.clientHeight + 1 && !scrolls(style.overflowY)) {
      if (style.overflowY !== 'visible') faults.push(`${nameOf(element)} is cut at its end`);
    }
    // One word on each line: what is next to it takes all the space.
    if (written && box.width < 60 && box.height > 90) faults.push(`${nameOf(element)} is squeezed`);
  };
  for (const element of shown) {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    checkBox(element, box, style);
    const isCheckedElsewhere = style.display === 'inline' || element.matches('input, select');
    if (!isCheckedElsewhere && !shortened.includes(element)) checkContent(element, box, style);
  }
  /** The things that must not overlap: lines of text, and what can be clicked. */
  const pieces: { of: Element; box: DOMRect }[] = [];
  const linesOf = (node: Node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((box) => box.width > 0);
  };
  const piecesOf = (element: HTMLElement): DOMRect[] => {
    const isOne = element.matches('input:not([type=file]), select, .tool, .mark');
    if (isOne || shortened.includes(element)) return [element.getBoundingClientRect()];
    return element.closest('select, .tool, .mark')
      ? []
      : [...element.childNodes].filter(isWritten).flatMap(linesOf);
  };
  for (const of of shown) for (const box of piecesOf(of)) pieces.push({ of, box });
  const common = (a: number, b: number, c: number, d: number) => Math.min(b, d) - Math.max(a, c);
  pieces.forEach(({ of, box }, at) => {
    for (const other of pieces.slice(at + 1)) {
      if (other.of === of) continue;
      const wide = common(box.left, box.right, other.box.left, other.box.right);
      const high = common(box.top, box.bottom, other.box.top, other.box.bottom);
      // Boxes of lines are a little higher than their letters.
      if (wide > 1 && high > 4) faults.push(`${nameOf(of)} and ${nameOf(other.of)} lie upon each other`);
    }
  });
  for (const footer of footers) footer.style.removeProperty('position');
  for (const each of scrolled) each.style.removeProperty('flex');
  return [...new Set(faults)];
}
