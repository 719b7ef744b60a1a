import type { ResourceState } from '../../courses/status.ts';

const SIGNS: Record<ResourceState, string> = {
  notVisited: '',
  here: '',
  visited: 'M5.2 8.2l2 2l3.6-4.2',
  removed: 'M4.25 4.25l7.5 7.5M11.75 4.25l-7.5 7.5',
};

/** The icon of a resource's state. Each state has its own shape; the row also has it in words. */
export function StateIcon({ state }: { state: ResourceState }) {
  return (
    <svg class={`state-icon ${state}`} viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
      {state !== 'removed' && <circle cx="8" cy="8" r="6.25" />}
      <path d={SIGNS[state]} />
    </svg>
  );
}
