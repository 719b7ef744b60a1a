import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { unsavedText } from '../../../components/Notices.tsx';
import { type NoteDraft, NoteForm } from '../../../components/notes/NoteForm.tsx';
import { closeSheet } from '../../../components/Sheet.tsx';
import type { Audience, Course } from '../../../courses/course.ts';
import type { Match } from '../../../courses/match.ts';
import { selectionIn } from '../../../platform/quotes.ts';
import type { Fault } from '../../../progress/fault.ts';
import { LONGEST_NOTE } from '../../../progress/kinds/note.ts';
import { keepNote } from '../../../progress/notes.ts';
import type { Note } from '../../../progress/records.ts';
import { withAnchor } from '../../../sites/address.ts';
import type { ShownPage } from '../use-shown-page.ts';
import { notePlaces } from './note-places.ts';
import type { NoteWanted } from './note-wanted.ts';
import { selectedQuote } from './selected-quote.ts';

export interface NoteSheetProps {
  wanted: NoteWanted;
  shown: ShownPage;
  course: Course;
  audience: Audience;
  match: Match | undefined;
  completed: ReadonlySet<string>;
  /** Runs an action of the reader in a course. Answers what kept it from being saved. */
  onAct: (action: () => Promise<void>, course?: Course) => Promise<Fault | undefined>;
  onClose: () => void;
}

/** What was written and neither saved nor left empty: a slip of the finger on Escape is not to cost it. */
let unsaved: { course: string; draft: NoteDraft } | undefined;

/** Where what is selected on the shown page is from. */
function sourceOf({ tab, news }: ShownPage, heading: string): Pick<Note, 'address' | 'title'> {
  const { origin, pathname } = new URL(tab.url ?? 'https://');
  const text = news?.headings.find(({ id }) => id === heading)?.text;
  const title = news?.title || pathname;
  return {
    address: withAnchor(origin + pathname, heading).slice(0, LONGEST_NOTE.address),
    title: (text ? `${title} · ${text}` : title).slice(0, LONGEST_NOTE.title).toWellFormed(),
  };
}

/** The sheet in which a note is kept or changed, with what is selected on the shown page. */
export function NoteSheet({ wanted, shown, completed, onAct, onClose, ...now }: NoteSheetProps) {
  // The page may go on to another course while a note is written: it belongs where it was begun.
  const [{ course, audience, match }] = useState(now);
  const saving = useRef(false);
  const places = notePlaces(course, audience, match, wanted.note?.about);
  const [draft, setDraft] = useState<NoteDraft>(() => {
    if (wanted.note) return wanted.note;
    const { draft: before = undefined } = unsaved?.course === course.id ? unsaved : {};
    const about = wanted.about ?? before?.about ?? places.first;
    const empty = { words: '', quote: '', address: '', title: '', evidence: false };
    return { ...(before ?? empty), about };
  });
  const [selected, setSelected] = useState<string>();
  const [saying, setSaying] = useState<string>();

  const change = (next: NoteDraft) => {
    setDraft(next);
    if (!next.id) unsaved = next.words || next.quote ? { course: course.id, draft: next } : undefined;
  };
  const takeSelection = async (asked: boolean) => {
    const found = shown.address && (await selectionIn(shown.tab.id));
    const { quote, cut } = selectedQuote(found ? found.quote : '');
    if (quote) {
      setSelected(cut ? i18n.t('note.cut') : undefined);
      setDraft((before) => ({ ...before, quote, ...sourceOf(shown, found ? found.heading : '') }));
    } else if (!found && shown.address) setSelected(i18n.t('note.unreadable'));
    else if (asked || !draft.quote) setSelected(i18n.t('note.nothingSelected'));
  };
  // With every time that a note is wanted: the shortcut pressed again is about what is selected by then.
  useEffect(() => {
    if (!wanted.note || wanted.times > 0) void takeSelection(false);
  }, [wanted.times]);

  const ticked = completed.has(draft.about.id);
  const save = async () => {
    if (saving.current) return;
    saving.current = true;
    const { about, words, evidence } = draft;
    const shows = evidence && about.kind === 'objective';
    const fault = await onAct(async () => {
      await keepNote(
        course.id,
        { ...draft, words: words.trim().toWellFormed(), evidence: shows },
        shows && !ticked,
      );
    }, course);
    saving.current = fault === undefined;
    if (fault) return setSaying(unsavedText(fault));
    if (!draft.id) unsaved = undefined;
    closeSheet(document.querySelector('dialog'));
  };

  return (
    <NoteForm
      draft={draft}
      places={places.all}
      ticked={ticked}
      longest={LONGEST_NOTE.words}
      selected={selected}
      saying={saying}
      onChange={change}
      onTakeSelection={() => void takeSelection(true)}
      onSave={() => void save()}
      onClose={onClose}
    />
  );
}
