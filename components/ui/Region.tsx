import type { ComponentChildren, Ref } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props {
  title: string;
  /** A short count at the end of the title's line. */
  count?: string;
  class?: string;
  place?: Ref<HTMLElement>;
  children: ComponentChildren;
}

/** A landmark of the panel, named by its heading. */
export function Region({ title, count, class: className, place = null, children }: Props) {
  return (
    <section ref={place} aria-label={title} class={className}>
      <h2>
        {title}
        {count && <span class="count">{count}</span>}
      </h2>
      {children}
    </section>
  );
}

interface FoldProps {
  title: string;
  count?: string;
  /** It is open at first. */
  startsOpen?: boolean;
  children: () => ComponentChildren;
}

/** A landmark that is folded to one line with its count, until the reader opens it. */
export function Fold({ title, count, startsOpen = false, children }: FoldProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  const place = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    // What opens at the lower edge would open out of sight.
    if (isOpen && !startsOpen) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, startsOpen]);
  return (
    <section aria-label={title} class="fold">
      <details ref={place} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <h2>{title}</h2>
          {count && <span class="count">{count}</span>}
        </summary>
        {isOpen && children()}
      </details>
    </section>
  );
}
