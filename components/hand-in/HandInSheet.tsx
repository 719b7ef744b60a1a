import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Course } from '../../courses/course.ts';
import { handInMarkdown } from '../../courses/hand-in/markdown.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { type Copied, useCopy } from '../ui/use-copy.ts';
import { HandInDocument, labels } from './HandInDocument.tsx';
import { writeQuery } from './hand-in-query.ts';
import { useHandIn } from './use-hand-in.ts';

/** Says whether the text was copied, or shows it to copy by hand if the browser refuses. */
function Outcome({ copied }: { copied: Copied | undefined }) {
  return (
    <>
      <p role="status" class="saying">
        {copied && i18n.t(copied.isCopied ? 'handIn.copied' : 'handIn.notCopied')}
      </p>
      {copied?.isCopied === false && (
        <textarea
          readOnly
          rows={8}
          aria-label={i18n.t('handIn.text')}
          value={copied.text}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
    </>
  );
}

interface Props {
  course: Course;
  onClose: () => void;
}

/** The sheet for handing in: what to hand in, copying or printing it, and a preview. */
export function HandInSheet({ course, onClose }: Props) {
  const [chosen, setChosen] = useState('');
  const [withNotes, setWithNotes] = useState(false);
  const { last, copy } = useCopy();
  const section = course.sections.find(({ id }) => id === chosen);
  const { handIn, problem } = useHandIn(course, section, withNotes);
  /** The address of the page to print. */
  const page = `/hand-in.html?${writeQuery({ course, section, withNotes })}`;
  const shown = handIn && handIn.parts.length > 0 ? handIn : undefined;
  const text = shown && handInMarkdown(shown, labels);
  return (
    <Sheet
      title={i18n.t('handIn.title')}
      class="hand-in"
      onClose={onClose}
      footer={
        text && (
          <>
            {/* Says nothing of another text. */}
            <Outcome copied={last?.text === text ? last : undefined} />
            <ActionButton class="primary" onAct={() => copy(text)}>
              {i18n.t('handIn.copy')}
            </ActionButton>
            <a href={page} target="_blank" rel="noreferrer">
              {i18n.t('handIn.print')}
            </a>
          </>
        )
      }
    >
      <section>
        <p class="quiet">{i18n.t('handIn.explained')}</p>
        <label class="field">
          <span>{i18n.t('handIn.what')}</span>
          <select value={section?.id ?? ''} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
            <option value="">{i18n.t('handIn.course')}</option>
            {course.sections.map(({ id, title }) => (
              <option key={id} dir="auto" value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label class="switch">
          <input
            type="checkbox"
            checked={withNotes}
            onChange={({ currentTarget }) => setWithNotes(currentTarget.checked)}
          />
          {i18n.t('handIn.withNotes')}
        </label>
        <p role="status">{problem ?? (handIn && !shown && i18n.t('handIn.nothing'))}</p>
      </section>
      {shown && (
        <section aria-label={i18n.t('handIn.preview')}>
          <HandInDocument handIn={shown} />
        </section>
      )}
    </Sheet>
  );
}
