import type { ResourceState } from '../../courses/status.ts';

const SHAPES: Record<ResourceState, string> = {
  notVisited: 'M8 2.75a5.25 5.25 0 1 1 0 10.5a5.25 5.25 0 0 1 0-10.5Z',
  visited: 'M8 2.75a5.25 5.25 0 1 1 0 10.5a5.25 5.25 0 0 1 0-10.5ZM5.5 8.2l1.8 1.8l3.3-3.8',
  here: 'M4.5 2.75l8 5.25l-8 5.25Z',
  gone: 'M4.25 4.25l7.5 7.5M11.75 4.25l-7.5 7.5',
};

/** The icon of a resource's state. Each state has its own shape; the text next to it says the same. */
export function StateIcon({ state }: { state: ResourceState }) {
  return (
    <svg class={`state-icon ${state}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={SHAPES[state]} />
    </svg>
  );
}
