import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Audience, Course } from '../../courses/course.ts';
import type { Match } from '../../courses/match.ts';
import { type Selected, selectionIn } from '../../platform/quotes.ts';
import { LONGEST_NOTE } from '../../progress/kinds/note.ts';
import type { NoteDraft } from '../../progress/notes.ts';
import { saveNote } from '../../progress/notes.ts';
import type { Note } from '../../progress/records.ts';
import type { Fault } from '../../progress/store/fault.ts';
import { withAnchor } from '../../sites/address.ts';
import { withoutSecrets } from '../../sites/secrets.ts';
import { unsavedText } from '../course/Notices.tsx';
import type { ShownPage } from '../state/use-shown-page.ts';
import { closeSheet } from '../ui/Sheet.tsx';
import { useStatus } from '../ui/use-status.ts';
import { NoteForm } from './NoteForm.tsx';
import { readDraft } from './note-drafts.ts';
import { notePlaces } from './note-places.ts';
import type { NoteWanted } from './note-wanted.ts';
import { selectedQuote } from './selected-quote.ts';
import { useDraft } from './use-draft.ts';

export interface NoteSheetProps {
  wanted: NoteWanted;
  shown: ShownPage;
  course: Course;
  audience: Audience;
  match: Match | undefined;
  completed: ReadonlySet<string>;
  /** Runs an action of the reader. Answers what kept it from being saved. */
  onAct: (action: () => Promise<void>) => Promise<Fault | undefined>;
  onClose: () => void;
}

/** Where what is selected is from: the page that answered, which need not be the one that was asked. */
function sourceOf({ news }: ShownPage, { url, heading }: Selected): Pick<Note, 'address' | 'title'> {
  const { origin, pathname } = new URL(url);
  const known = news && new URL(news.url).pathname === pathname ? news : undefined;
  const text = known?.headings.find(({ id }) => id === heading)?.text;
  const title = known?.title || pathname;
  return {
    address: withAnchor(withoutSecrets(origin + pathname), heading).slice(0, LONGEST_NOTE.address),
    title: (text ? `${title} · ${text}` : title).slice(0, LONGEST_NOTE.title).toWellFormed(),
  };
}

interface WritingProps extends NoteSheetProps {
  /** What was written earlier and not saved. */
  before: NoteDraft | undefined;
}

function Writing({
  wanted,
  shown,
  course,
  audience,
  match,
  completed,
  before,
  onAct,
  onClose,
}: WritingProps) {
  const saving = useRef(false);
  const [newId] = useState(() => crypto.randomUUID());
  const places = notePlaces(course, audience, match, (wanted.note ?? before)?.about);
  const about = wanted.about ?? before?.about ?? places.first;
  const empty = { about, words: '', quote: '', address: '', title: '', evidence: false };
  const { draft, isBack, change, forget, startAfresh, makeNew } = useDraft(
    course.id,
    wanted.note,
    empty,
    before,
  );
  const [selected, setSelected] = useState<string>();
  const status = useStatus<'note'>();

  const takeSelection = async (asked: boolean) => {
    status.clear();
    const found = shown.address && (await selectionIn(shown.tab.id));
    const { quote, cut } = selectedQuote(found ? found.quote : '');
    if (found && quote) {
      setSelected(cut ? i18n.t('note.cut') : undefined);
      change({ quote, ...sourceOf(shown, found) }, asked);
    } else if (!found && shown.address) setSelected(i18n.t('note.unreadable'));
    else if (asked || !draft.quote) setSelected(i18n.t('note.nothingSelected'));
  };
  // With every time that a note is wanted: the shortcut pressed again is about what is selected by then.
  useEffect(() => {
    if (!wanted.note || wanted.times > 0) void takeSelection(wanted.times > 0);
  }, [wanted.times]);

  const ticked = completed.has(draft.about.id);
  const save = async () => {
    saving.current = true;
    const { about, words, evidence } = draft;
    const shows = evidence && about.kind === 'objective';
    let wasThere = true;
    const fault = await onAct(async () => {
      wasThere = await saveNote(
        course.id,
        {
          ...draft,
          words: words.trim().toWellFormed(),
          evidence: shows,
          address: withoutSecrets(draft.address),
        },
        shows && !ticked,
        draft.id === undefined ? undefined : wanted.note,
        newId,
      );
    });
    saving.current = fault === undefined && wasThere;
    if (fault) return unsavedText(fault);
    if (!wasThere) {
      makeNew();
      return i18n.t('note.deletedMeanwhile');
    }
    forget();
    closeSheet(document.querySelector('dialog'));
    return undefined;
  };

  return (
    <NoteForm
      draft={draft}
      places={places.all}
      ticked={ticked}
      longest={LONGEST_NOTE.words}
      selected={selected}
      saying={status.at('note')?.sentence}
      isBack={isBack}
      onStartAfresh={startAfresh}
      onCancel={forget}
      onChange={change}
      onTakeSelection={() => takeSelection(true)}
      onSave={async () => {
        if (!saving.current) await status.run('note', save);
      }}
      onClose={onClose}
    />
  );
}

/** The sheet in which a note is kept or changed, with what is selected on the shown page. */
export function NoteSheet({ course, audience, match, ...now }: NoteSheetProps) {
  // The page may go on to another course while a note is written: it belongs where it was begun.
  const [begun] = useState({ course, audience, match });
  const [before, setBefore] = useState<Pick<WritingProps, 'before'>>();
  useEffect(() => {
    void readDraft(course.id, now.wanted.note?.id).then((draft) => setBefore({ before: draft }));
  }, []);
  return before && <Writing {...now} {...begun} {...before} />;
}
