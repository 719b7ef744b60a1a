import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  /** The quoted text, one line for each block of the page. */
  quote: string;
  cite?: string;
}

/** A quote. A long one shows its beginning, until the reader unfolds it. */
export function Quote({ quote, cite }: Props) {
  const element = useRef<HTMLQuoteElement>(null);
  const [isLong, setLong] = useState(false);
  const [isOpen, setOpen] = useState(false);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current || isOpen) return undefined;
    // A folded note has no size until it is unfolded, and another width wraps the lines differently.
    const observer = new ResizeObserver(() => setLong(current.scrollHeight > current.clientHeight + 1));
    observer.observe(current);
    return () => observer.disconnect();
  }, [quote, isOpen]);
  return (
    <>
      <blockquote ref={element} dir="auto" class={isOpen ? undefined : 'clamped'} cite={cite}>
        {quote}
      </blockquote>
      {isLong && (
        <button type="button" class="why" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {i18n.t('note.wholeQuote')}
        </button>
      )}
    </>
  );
}
