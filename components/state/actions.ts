import { ANY, onChange, type Start } from '../../progress/changes.ts';

/*
 * What the reader can do in the panel, and what follows from it there: whatever this panel writes, the toolbar icon is brought up
 * to date by it. The other panels would all write the same.
 */
export * from '../../progress/actions.ts';

/** What the keys begin with of what the toolbar icon is written from. */
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
