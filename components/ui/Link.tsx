import type { ComponentChildren } from 'preact';
import type { Course, Resource } from '../../courses/course.ts';
import type { LinkDisposition } from '../../platform/open-link.ts';

/** Opens `address`. `resource` is the one that the link belongs to, if any, and `course` its course where that is not the shown one. */
export type OnOpen = (address: string, where: LinkDisposition, resource?: Resource, course?: Course) => void;

/** Where a click, or Enter, opens what it is on: the keys held and the middle button mean what they do in any page. */
export function dispositionFor(event: MouseEvent | KeyboardEvent): LinkDisposition {
  const apart = event.ctrlKey || event.metaKey || ('button' in event && event.button === 1);
  return !apart ? 'here' : event.shiftKey ? 'front' : 'behind';
}

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
    onOpen(href, dispositionFor(event), resource);
  };
  return (
    <a href={href} onClick={open} onAuxClick={open} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  );
}
