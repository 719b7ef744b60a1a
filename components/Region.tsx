import type { ComponentChildren } from 'preact';

interface Props {
  title: string;
  class?: string;
  children: ComponentChildren;
}

/** A landmark of the panel, named by its heading. */
export function Region({ title, class: className, children }: Props) {
  return (
    <section aria-label={title} class={className}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
