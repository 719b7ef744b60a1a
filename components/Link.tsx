import type { ComponentChildren } from 'preact';
import type { Resource } from '../courses/course.ts';

/**
 * Opens `address`: in the tab being read, in a new tab behind it, or in a new one in front. `resource` is the
 * one that the link belongs to, if any.
 */
export type OnOpen = (address: string, where: 'here' | 'behind' | 'front', resource?: Resource) => void;

interface Props {
  href: string;
  onOpen: OnOpen;
  /** The resource that it leads to, handed on to `onOpen`. */
  resource?: Resource;
  current?: boolean;
  children: ComponentChildren;
}

/** A link of the panel. It has its real address, and opens beside the panel instead of in it. */
export function Link({ href, onOpen, resource, current = false, children }: Props) {
  const open = (event: MouseEvent) => {
    if (event.button > 1) return;
    event.preventDefault();
    const apart = event.button === 1 || event.ctrlKey || event.metaKey;
    onOpen(href, !apart ? 'here' : event.shiftKey ? 'front' : 'behind', resource);
  };
  return (
    <a href={href} onClick={open} onAuxClick={open} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  );
}
