import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Audience, Course } from '../../courses/course.ts';
import type { Match } from '../../courses/match.ts';
import { selectionIn } from '../../platform/page-channel.ts';
import { LONGEST_NOTE } from '../../progress/kinds.ts';
import { type NoteDraft, saveNote } from '../../progress/notes.ts';
import type { Fault } from '../../progress/store/fault.ts';
import { withoutSecrets } from '../../sites/secrets.ts';
import { unsavedText } from '../course/faults.ts';
import type { ShownPage } from '../state/shown-page.ts';
import { offerUndo } from '../state/undo.ts';
import { closeDialog } from '../ui/Sheet.tsx';
import { useStatus } from '../ui/use-status.ts';
import type { NoteRequest } from './note.ts';
import { readDraft, useDraft } from './note-drafts.ts';
import { notePlaces } from './note-places.ts';
import { selectedQuote, sourceOf } from './selected-quote.ts';

export interface NoteSheetProps {
  request: NoteRequest;
  shown: ShownPage;
  course: Course;
  audience: Audience;
  match: Match | undefined;
  completed: ReadonlySet<string>;
  /** Runs an action of the reader. Returns why it couldn't be saved, if it couldn't. */
  onAct: (action: () => Promise<void>) => Promise<Fault | undefined>;
  onClose: () => void;
}

/** The draft of the requested note that was stored earlier; undefined until it was looked for. */
export function useStoredDraft(
  course: string,
  { note }: NoteRequest,
): { stored: NoteDraft | undefined } | undefined {
  const [found, setFound] = useState<{ stored: NoteDraft | undefined }>();
  useEffect(() => {
    void readDraft(course, note?.id).then((stored) => setFound({ stored }));
  }, []);
  return found;
}

interface Options extends NoteSheetProps {
  /** The draft that was stored earlier. */
  stored: NoteDraft | undefined;
}

/** The logic of the note form: the draft, quoting the selection on the page, saving. */
export function useNoteForm({ request, shown, course, audience, match, completed, stored, onAct }: Options) {
  const saving = useRef(false);
  const [newId] = useState(() => crypto.randomUUID());
  const places = notePlaces(course, audience, match, (request.note ?? stored)?.about);
  const about = request.target ?? stored?.about ?? places.first;
  const empty = { about, text: '', quote: '', address: '', title: '', evidence: false };
  const { draft, isRestored, change, forget, startOver, makeNew } = useDraft(
    course.id,
    request.note,
    empty,
    stored,
  );
  const [hint, setHint] = useState<string>();
  const status = useStatus<'note'>();

  const quoteSelection = async (byReader: boolean) => {
    status.clear();
    const found = shown.address && (await selectionIn(shown.tab.id));
    const { quote, cut } = selectedQuote(found ? found.quote : '');
    if (found && quote) {
      setHint(cut ? i18n.t('note.cut') : undefined);
      change({ quote, ...sourceOf(found, shown.info) }, byReader);
    } else if (!found && shown.address) setHint(i18n.t('note.unreadable'));
    else if (byReader || !draft.quote) setHint(i18n.t('note.nothingSelected'));
  };
  // The reader may select something else and press the shortcut again: each request quotes what is selected then.
  useEffect(() => {
    if (!request.note || request.times > 0) void quoteSelection(request.times > 0);
  }, [request.times]);

  const ticked = completed.has(draft.about.id);
  const save = async () => {
    saving.current = true;
    const evidence = draft.evidence && draft.about.kind === 'objective';
    const note: NoteDraft = {
      ...draft,
      text: draft.text.trim().toWellFormed(),
      evidence,
      address: withoutSecrets(draft.address),
    };
    let action: string | undefined;
    const fault = await onAct(async () => {
      const edited = draft.id === undefined ? undefined : request.note;
      action = await saveNote(course.id, note, evidence && !ticked, edited, newId);
    });
    saving.current = fault === undefined && action !== undefined;
    if (fault) return unsavedText(fault);
    if (action === undefined) {
      makeNew();
      return i18n.t('note.deletedMeanwhile');
    }
    forget();
    offerUndo(i18n.t('done.note'), action);
    closeDialog(document.querySelector('dialog.note'));
    return undefined;
  };

  return {
    draft,
    places: places.all,
    /** The objective that the note belongs to is ticked. */
    ticked,
    /** The longest text of a note, in UTF-16 code units. */
    longest: LONGEST_NOTE.words,
    /** A sentence about the selection on the page. */
    hint,
    /** Why the note could not be saved. */
    problem: status.at('note')?.sentence,
    isRestored,
    onStartOver: startOver,
    onChange: change,
    onQuoteSelection: () => quoteSelection(true),
    onSave: async () => {
      if (!saving.current) await status.run('note', save);
    },
    onCancel: forget,
  };
}
