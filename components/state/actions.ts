import { ANY, onChange, type Start } from '../../progress/changes.ts';

/*
 * The reader's actions, for the panel. Only the panel that writes updates the toolbar icon: the others would all set the same
 * count.
 */
export * from '../../progress/actions.ts';

/** The key prefixes of the records that the toolbar count is computed from. */
const TOOLBAR: Start[] = [
  [ANY, 'completion'],
  [ANY, 'audience'],
  [ANY, 'move'],
  ['', 'setting'],
  ['', 'course'],
  ['*', 'pack'],
];

onChange((own) => {
  if (own)
    void import('../../catalog/toolbar-count.ts').then(({ updateToolbarCounts }) => updateToolbarCounts());
}, TOOLBAR);
