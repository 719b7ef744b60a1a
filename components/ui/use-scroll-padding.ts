import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Keeps what gets the focus from being scrolled behind an element that sticks to an edge of the panel.
 * @param edge the style of the document that leaves space at that edge
 * @returns a ref for the element
 */
export function useScrollPadding(
  edge: 'scrollPaddingBlockStart' | 'scrollPaddingBlockEnd',
): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const measure = () => {
      const isSticky = getComputedStyle(current).position === 'sticky';
      // Space for the outline of what has the focus.
      document.documentElement.style[edge] = isSticky ? `${current.offsetHeight + 6}px` : '';
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      removeEventListener('resize', measure);
    };
  }, []);
  return element;
}
