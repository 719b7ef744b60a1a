import type { ComponentChildren, Ref } from 'preact';

interface Props {
  title: string;
  class?: string;
  place?: Ref<HTMLElement>;
  children: ComponentChildren;
}

/** A section of the panel, as a landmark that is named by its heading. */
export function Region({ title, class: className, place = null, children }: Props) {
  return (
    <section ref={place} aria-label={title} class={className}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
