import { i18n } from '#i18n';
import { ActionButton, FormButton } from '../ui/ActionButton.tsx';
import { closeSheet, Sheet } from '../ui/Sheet.tsx';
import { useAction } from '../ui/use-action.ts';
import type { About, Note } from './note.ts';

/** A note before it is kept. */
export type NoteDraft = Omit<Note, 'id' | 'made'> & { id?: string | undefined; made?: number | undefined };

/** Something that a note can belong to. */
export interface NotePlace extends About {
  title: string;
}

interface Props {
  draft: NoteDraft;
  /** What it may belong to, in the order to choose from. */
  places: readonly NotePlace[];
  /** The objective that it belongs to is ticked. */
  ticked: boolean;
  /** The longest words, in UTF-16 code units. */
  longest: number;
  /** What is to be said of what was selected, and why the note could not be kept. */
  selected: string | undefined;
  saying: string | undefined;
  /** What stands in it was written earlier, and not saved. */
  isBack: boolean;
  onStartAfresh: () => void;
  onChange: (draft: NoteDraft) => void;
  onTakeSelection: () => Promise<unknown>;
  onSave: () => Promise<unknown>;
  /** What was written is not wanted. */
  onCancel: () => void;
  onClose: () => void;
}

const nameOf = ({ kind, id }: About) => `${kind} ${id}`;

/** A quote as it will be kept, and the ways to have another or none. */
function Quote({ draft, selected, onChange, onTakeSelection }: Omit<Props, 'places'>) {
  const { quote, title } = draft;
  return (
    <section aria-label={i18n.t('note.quote')}>
      <h2>{i18n.t('note.quote')}</h2>
      {quote && (
        <>
          <blockquote dir="auto">{quote}</blockquote>
          <p class="quiet">{title}</p>
        </>
      )}
      <p class="quiet" role="status">
        {selected}
      </p>
      <p class="actions">
        <ActionButton onAct={onTakeSelection}>{i18n.t('note.takeSelection')}</ActionButton>
        {quote && (
          <button type="button" onClick={() => onChange({ ...draft, quote: '', address: '', title: '' })}>
            {i18n.t('note.noQuote')}
          </button>
        )}
      </p>
    </section>
  );
}

/** Tells a reader who comes back that their words are still there, and lets them do without. */
function Back({ isChange, onStartAfresh }: { isChange: boolean; onStartAfresh: () => void }) {
  return (
    <section>
      <p id="note-back" role="status">
        {i18n.t(isChange ? 'note.changesBack' : 'note.draftBack')}
      </p>
      <p class="actions">
        <button
          type="button"
          class="danger"
          onClick={({ currentTarget }) => {
            currentTarget.form?.querySelector('textarea')?.focus();
            onStartAfresh();
          }}
        >
          {i18n.t(isChange ? 'note.discardChanges' : 'note.startAfresh')}
        </button>
      </p>
    </section>
  );
}

/** Where a note is written: the quote, the reader's own words, what both belong to. */
export function NoteForm(props: Props) {
  const { draft, places, ticked, longest, saying, isBack, onStartAfresh } = props;
  const { onChange, onSave, onCancel, onClose } = props;
  const { about, words, quote, evidence, id } = draft;
  const [isRunning, save] = useAction(onSave, 'save a note');
  const choose = (name: string) => {
    const chosen = places.find((place) => nameOf(place) === name);
    if (chosen) onChange({ ...draft, about: { kind: chosen.kind, id: chosen.id } });
  };
  const group = (kind: About['kind'], label: string) => {
    const these = places.filter((place) => place.kind === kind);
    return (
      these.length > 0 && (
        <optgroup label={label}>
          {these.map((place) => (
            <option key={place.id} value={nameOf(place)}>
              {place.title}
            </option>
          ))}
        </optgroup>
      )
    );
  };
  const title = i18n.t(id === undefined ? 'note.title' : 'note.titleOfEdit');
  return (
    <Sheet title={title} class="settings note" head={<h1>{title}</h1>} onClose={onClose}>
      <form
        class="scrolled"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {isBack && <Back isChange={id !== undefined} onStartAfresh={onStartAfresh} />}
        <Quote {...props} />
        <section>
          <label class="column">
            <span>{i18n.t('note.words')}</span>
            <textarea
              dir="auto"
              autofocus
              aria-describedby={isBack ? 'note-back' : undefined}
              rows={5}
              maxLength={longest}
              value={words}
              onInput={({ currentTarget }) => onChange({ ...draft, words: currentTarget.value })}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
                event.preventDefault();
                event.currentTarget.form?.requestSubmit();
              }}
            />
          </label>
          <label class="column">
            <span>{i18n.t('note.belongsTo')}</span>
            <select value={nameOf(about)} onChange={({ currentTarget }) => choose(currentTarget.value)}>
              {group('objective', i18n.t('objectives.title'))}
              {group('resource', i18n.t('resources.title'))}
            </select>
          </label>
          {about.kind === 'objective' && (
            <label class="switch">
              <input
                type="checkbox"
                checked={evidence}
                onChange={({ currentTarget }) => onChange({ ...draft, evidence: currentTarget.checked })}
              />
              <span>{i18n.t(ticked ? 'note.isEvidence' : 'note.tickWithIt')}</span>
            </label>
          )}
          <p class="actions">
            <FormButton class="primary" disabled={!quote && !words.trim()} isRunning={isRunning}>
              {i18n.t('note.save')}
            </FormButton>
            <button
              type="button"
              onClick={({ currentTarget }) => {
                onCancel();
                closeSheet(currentTarget);
              }}
            >
              {i18n.t('cancel')}
            </button>
          </p>
          <p role="status" class="saying">
            {saying}
          </p>
        </section>
      </form>
    </Sheet>
  );
}
