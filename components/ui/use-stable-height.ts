import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Lets an element not become lower again while it is about the same thing: what stands below it is to stay under the pointer
 * when its news get shorter.
 * @param about what it is about; with another it may have another height
 */
export function useStableHeight(about: string | undefined): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    let width = 0;
    const observer = new ResizeObserver(([entry]) => {
      const { inlineSize = 0, blockSize = 0 } = entry?.borderBoxSize[0] ?? {};
      // In another width its lines are others.
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
