import { catalog } from './state/catalog.ts';
import { course, match, section } from './state/current.ts';
import { notes } from './state/notes.ts';
import { page } from './state/page.ts';
import { act, audience, isReady, progress } from './state/progress.ts';
import { chooseAudience, open, switchTo } from './state/reader-actions.ts';
import { closeSheet, openSheet, sheet } from './state/view.ts';
import { onDemand } from './ui/on-demand.tsx';

const SearchSheet = onDemand(async () => (await import('./search/SearchSheet.tsx')).SearchSheet);
const HandInSheet = onDemand(async () => (await import('./hand-in/HandInSheet.tsx')).HandInSheet);
const SettingsSheet = onDemand(async () => (await import('./settings/SettingsSheet.tsx')).SettingsSheet);
const LibrarySheet = onDemand(async () => (await import('./library/LibrarySheet.tsx')).LibrarySheet);
const NoteSheet = onDemand(async () => (await import('./notes/NoteSheet.tsx')).NoteSheet);
const BadgeSheet = onDemand(async () => (await import('./badge/BadgeSheet.tsx')).BadgeSheet);
const Outdated = onDemand(async () => (await import('./course/Outdated.tsx')).Outdated);
const Shortcuts = onDemand(async () => (await import('./course/Shortcuts.tsx')).Shortcuts);

type Opened = NonNullable<typeof sheet.value>;

function View({ id, name, note }: Opened) {
  const shown = page.value;
  // Views list the reader's courses, which may change while they are open.
  if (!shown || !catalog.value) return null;
  const onClose = () => closeSheet(id);
  const about = {
    shown,
    course: course.value,
    audience: audience.value,
    match: match.value,
    section: section.value,
    completed: progress.value.completed,
    notes: notes.value,
    writable: isReady.value,
    onAct: act,
    onOpen: open,
    onChooseCourse: switchTo,
    onChooseAudience: chooseAudience,
    onSheet: openSheet,
    onClose,
  };
  if (name === 'search') return <SearchSheet {...about} />;
  if (name === 'settings') return <SettingsSheet {...about} />;
  if (name === 'library') return <LibrarySheet {...about} />;
  if (name === 'note') return <NoteSheet request={note} {...about} />;
  if (name === 'handIn') return <HandInSheet course={about.course} onClose={onClose} />;
  if (name === 'badge') return <BadgeSheet {...about} />;
  if (name === 'outdated') return <Outdated onClose={onClose} />;
  return <Shortcuts onClose={onClose} />;
}

/**
 * The view that covers the panel, on top of those that opened it. Each opening is a new one, even if the last one of this name is still
 * closing.
 */
export function Sheets() {
  const open: Opened[] = [];
  for (let each = sheet.value; each; each = each.below) open.unshift(each);
  return (
    <>
      {open.map((each) => (
        <View key={each.id} {...each} />
      ))}
    </>
  );
}
