import type { ComponentChildren } from 'preact';
import type { Course, Resource } from '../../courses/course.ts';
import type { LinkDisposition } from '../../platform/open-link.ts';

/** Opens `address`. `resource` is the resource whose link it is, if any; `course` is its course, if that isn't the shown one. */
export type OnOpen = (address: string, where: LinkDisposition, resource?: Resource, course?: Course) => void;

/** Where a click or Enter opens a link. The modifier keys and the middle button mean the same as on web pages. */
export function dispositionFor(event: MouseEvent | KeyboardEvent): LinkDisposition {
  const apart = event.ctrlKey || event.metaKey || ('button' in event && event.button === 1);
  return !apart ? 'here' : event.shiftKey ? 'front' : 'behind';
}

interface Props {
  href: string;
  onOpen: OnOpen;
  /** The resource whose link it is, passed to `onOpen`. */
  resource?: Resource;
  current?: boolean;
  class?: string;
  /** Its name, if its content has no text. */
  label?: string;
  /** The id of an element that describes it. */
  describedBy?: string;
  children: ComponentChildren;
}

/** A link of the panel. Its `href` is the real address, but it opens in a tab instead of in the panel. */
export function Link({
  href,
  onOpen,
  resource,
  current = false,
  class: className,
  label,
  describedBy,
  children,
}: Props) {
  const open = (event: MouseEvent) => {
    if (event.button > 1) return;
    event.preventDefault();
    onOpen(href, dispositionFor(event), resource);
  };
  return (
    <a
      href={href}
      class={className}
      dir={className ? undefined : 'auto'}
      aria-label={label}
      aria-describedby={describedBy}
      title={label}
      aria-current={current ? 'page' : undefined}
      onClick={open}
      onAuxClick={open}
    >
      {children}
    </a>
  );
}
