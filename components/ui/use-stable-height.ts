import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps an element from shrinking while it shows the same subject, so that the content below doesn't move away from the pointer.
 * @param about identifies the subject; when it changes, the element may shrink
 */
export function useStableHeight(about: string | undefined): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    let width = 0;
    const observer = new ResizeObserver(([entry]) => {
      const { inlineSize = 0, blockSize = 0 } = entry?.borderBoxSize[0] ?? {};
      // With another width the lines wrap differently, so the minimum is reset.
      current.style.minBlockSize = inlineSize === width || width === 0 ? `${blockSize}px` : '';
      width = inlineSize;
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
      current.style.minBlockSize = '';
    };
  }, [about]);
  return element;
}
