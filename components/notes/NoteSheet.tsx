import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ActionButton, FormButton } from '../ui/ActionButton.tsx';
import { closeDialog, Sheet } from '../ui/Sheet.tsx';
import { useAction } from '../ui/use-action.ts';
import { type NoteTarget, targetKey } from './note.ts';
import { Quote } from './Quote.tsx';
import { type NoteSheetProps, useNoteForm, useStoredDraft } from './use-note-form.ts';

export type { NoteSheetProps };

type Form = ReturnType<typeof useNoteForm>;

/** The id of the form, which the buttons below it belong to. */
const FORM = 'note-form';

/** The quote of the note, with buttons to replace or remove it. */
function QuoteField({ draft, hint, onChange, onQuoteSelection }: Form) {
  const { quote, title } = draft;
  return (
    <section aria-label={i18n.t('note.quote')}>
      <h2>{i18n.t('note.quote')}</h2>
      {quote && (
        <>
          <Quote quote={quote} />
          <p class="quiet source" dir="auto">
            {title}
          </p>
        </>
      )}
      <p class="quiet" role="status">
        {hint}
      </p>
      <p class="actions">
        <ActionButton onAct={onQuoteSelection}>{i18n.t('note.takeSelection')}</ActionButton>
        {quote && (
          <button type="button" onClick={() => onChange({ ...draft, quote: '', address: '', title: '' })}>
            {i18n.t('note.noQuote')}
          </button>
        )}
      </p>
    </section>
  );
}

/** Says that an unsaved draft was restored, with a button to discard it. */
function RestoredDraft({ isEdit, onStartOver }: { isEdit: boolean; onStartOver: () => void }) {
  return (
    <section>
      <p id="note-back" role="status">
        {i18n.t(isEdit ? 'note.changesBack' : 'note.draftBack')}
      </p>
      <p class="actions">
        <button
          type="button"
          class="danger"
          onClick={({ currentTarget }) => {
            currentTarget.form?.querySelector('textarea')?.focus();
            onStartOver();
          }}
        >
          {i18n.t(isEdit ? 'note.discardChanges' : 'note.startAfresh')}
        </button>
      </p>
    </section>
  );
}

interface FormProps extends NoteSheetProps {
  stored: Parameters<typeof useNoteForm>[0]['stored'];
}

function NoteForm(props: FormProps) {
  const form = useNoteForm(props);
  const { draft, places, ticked, longest, problem, isRestored, onChange, onSave } = form;
  const { about, text, quote, evidence, id } = draft;
  const [isRunning, save] = useAction(onSave, 'save a note');
  const choose = (key: string) => {
    const chosen = places.find((place) => targetKey(place) === key);
    if (chosen) onChange({ ...draft, about: { kind: chosen.kind, id: chosen.id } });
  };
  const group = (kind: NoteTarget['kind'], label: string) => {
    const these = places.filter((place) => place.kind === kind);
    return (
      these.length > 0 && (
        <optgroup label={label}>
          {these.map((place) => (
            <option key={place.id} dir="auto" value={targetKey(place)}>
              {place.title}
            </option>
          ))}
        </optgroup>
      )
    );
  };
  const title = i18n.t(id === undefined ? 'note.title' : 'note.titleOfEdit');
  return (
    <Sheet
      title={title}
      class="settings note"
      onClose={props.onClose}
      footer={
        <>
          <p role="status">{problem}</p>
          <FormButton form={FORM} class="primary" disabled={!quote && !text.trim()} isRunning={isRunning}>
            {i18n.t('note.save')}
          </FormButton>
          <button
            type="button"
            onClick={({ currentTarget }) => {
              form.onCancel();
              closeDialog(currentTarget);
            }}
          >
            {i18n.t('cancel')}
          </button>
        </>
      }
    >
      <form
        id={FORM}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {isRestored && <RestoredDraft isEdit={id !== undefined} onStartOver={form.onStartOver} />}
        <QuoteField {...form} />
        <section>
          <label class="field">
            <span>{i18n.t('note.words')}</span>
            <textarea
              dir="auto"
              autofocus
              aria-describedby={isRestored ? 'note-back' : undefined}
              rows={4}
              maxLength={longest}
              value={text}
              onInput={({ currentTarget }) => onChange({ ...draft, text: currentTarget.value })}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
                event.preventDefault();
                event.currentTarget.form?.requestSubmit();
              }}
            />
          </label>
          <label class="field">
            <span>{i18n.t('note.belongsTo')}</span>
            <select value={targetKey(about)} onChange={({ currentTarget }) => choose(currentTarget.value)}>
              {group('objective', i18n.t('objectives.all'))}
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
        </section>
      </form>
    </Sheet>
  );
}

/** The sheet in which a note is written or edited, with the text that is selected on the shown page as its quote. */
export function NoteSheet({ course, audience, match, ...rest }: NoteSheetProps) {
  // The page may change to another course while the reader writes: the note stays with the course it was started in.
  const [opened] = useState({ course, audience, match });
  const found = useStoredDraft(course.id, rest.request);
  return found && <NoteForm {...rest} {...opened} stored={found.stored} />;
}
