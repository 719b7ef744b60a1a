import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Course } from '../../courses/course.ts';
import type { HandIn } from '../../courses/hand-in/hand-in.ts';
import { handInMarkdown } from '../../courses/hand-in/markdown.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { HandedIn } from './HandedIn.tsx';
import { labels } from './labels.ts';

interface Props {
  course: Course;
  /** Id of the section that is handed in; '' for the whole course. */
  section: string;
  withNotes: boolean;
  /** What is handed in; undefined until progress is read. */
  handIn: HandIn | undefined;
  /** Why there is none: a sentence. */
  trouble: string | undefined;
  /** The address of the page that prints it. */
  page: string;
  onChooseSection: (id: string) => void;
  onWithNotes: (withNotes: boolean) => void;
  onClose: () => void;
}

/** Copies `text`, or shows it where the browser does not let it be copied. */
function Copy({ text, page }: { text: string; page: string }) {
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => {
    // What was said of the time before says nothing about this one.
    setCopied(undefined);
    setCopied(
      await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    );
  };
  return (
    <>
      <p class="actions">
        <ActionButton class="primary" onAct={copy}>
          {i18n.t('handIn.copy')}
        </ActionButton>
        <a class="button" href={page} target="_blank" rel="noreferrer">
          {i18n.t('handIn.print')}
        </a>
      </p>
      <p role="status" class="saying">
        {copied !== undefined && i18n.t(copied ? 'handIn.copied' : 'handIn.notCopied')}
      </p>
      {copied === false && (
        <textarea
          readOnly
          rows={8}
          aria-label={i18n.t('handIn.text')}
          value={text}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
    </>
  );
}

/** What was done, to be handed in: what of it, how, and what it will say. */
export function HandInForm({
  course,
  section,
  withNotes,
  handIn,
  trouble,
  page,
  onChooseSection,
  onWithNotes,
  onClose,
}: Props) {
  const shown = handIn && handIn.parts.length > 0 ? handIn : undefined;
  const text = shown && handInMarkdown(shown, labels);
  return (
    <Sheet
      title={i18n.t('handIn.title')}
      class="hand-in"
      head={<h1>{i18n.t('handIn.title')}</h1>}
      onClose={onClose}
    >
      <div class="scrolled">
        <section>
          <p class="quiet">{i18n.t('handIn.explained')}</p>
          <label class="field">
            <span>{i18n.t('handIn.what')}</span>
            <select value={section} onChange={({ currentTarget }) => onChooseSection(currentTarget.value)}>
              <option value="">{i18n.t('handIn.course')}</option>
              {course.sections.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <label class="switch">
            <input
              type="checkbox"
              checked={withNotes}
              onChange={({ currentTarget }) => onWithNotes(currentTarget.checked)}
            />
            {i18n.t('handIn.withNotes')}
          </label>
          {/* What was said of one text is not true of the next. */}
          {text && <Copy key={text} text={text} page={page} />}
          <p role="status">{trouble ?? (handIn && !shown && i18n.t('handIn.nothing'))}</p>
        </section>
        {shown && (
          <section aria-label={i18n.t('handIn.preview')}>
            <HandedIn handIn={shown} />
          </section>
        )}
      </div>
    </Sheet>
  );
}
