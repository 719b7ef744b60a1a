import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { correctedLine } from '../../courses/corrected-line.ts';
import type { Course, Resource } from '../../courses/course.ts';
import { ActionButton } from '../ui/ActionButton.tsx';

interface Props {
  course: Course;
  resource: Resource;
  /** Takes back what was learned of the link's move. */
  onTakeBack: (resource: Resource) => void;
}

function reasonOf({ gone, movedBy }: Resource): string {
  if (gone) return i18n.t('moved.gone');
  if (movedBy === 'opened') return i18n.t('moved.opened');
  return i18n.t(movedBy === 'redirect' ? 'moved.redirect' : 'moved.pack');
}

/** What is known of a link that moved or is gone, and how to mend it on the course's page. */
export function MovedLink({ course, resource, onTakeBack }: Props) {
  const [copied, setCopied] = useState<boolean>();
  const line = correctedLine(course, resource);
  const copy = async () => {
    // What was said of the time before says nothing about this one.
    setCopied(undefined);
    setCopied(
      await navigator.clipboard.writeText(line).then(
        () => true,
        () => false,
      ),
    );
  };
  return (
    <div class="moved-link">
      <p>{reasonOf(resource)}</p>
      {resource.movedBy === 'opened' && (
        <button type="button" onClick={() => onTakeBack(resource)}>
          {i18n.t('moved.takeBack')}
        </button>
      )}
      <p>{i18n.t('moved.mended')}</p>
      <code>{line}</code>
      <p class="actions">
        <ActionButton onAct={copy}>{i18n.t('moved.copy')}</ActionButton>
        {course.edit && (
          <a href={course.edit} target="_blank" rel="noreferrer">
            {i18n.t('moved.edit')}
          </a>
        )}
      </p>
      <p role="status">{copied !== undefined && i18n.t(copied ? 'moved.copied' : 'moved.notCopied')}</p>
    </div>
  );
}
