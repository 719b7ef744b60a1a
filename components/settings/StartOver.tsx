import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Course, Section } from '../../courses/course.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ActionStatus } from '../ui/ActionStatus.tsx';
import { Fold } from '../ui/Region.tsx';
import type { SettingsStatus } from './settings-status.ts';
import { useStartOver } from './use-start-over.ts';

interface ConfirmationProps {
  onDelete: () => Promise<unknown>;
  onCancel: () => void;
}

/** Asks once more. Escape cancels, and leaves the settings open. */
function Confirmation({ onDelete, onCancel }: ConfirmationProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => cancel.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onCancel();
  };
  return (
    <div role="alertdialog" aria-label={i18n.t('startOver.delete')} class="card" onKeyDown={onKeyDown}>
      <p>{i18n.t('startOver.really')}</p>
      <p class="actions">
        <ActionButton name="delete everything" class="danger" onAct={onDelete}>
          {i18n.t('startOver.deleteNow')}
        </ActionButton>
        <button ref={cancel} type="button" onClick={onCancel}>
          {i18n.t('cancel')}
        </button>
      </p>
    </div>
  );
}

interface Props {
  status: SettingsStatus;
  course: Course;
  /** The section that the shown page belongs to, selected at first. */
  section: Section | undefined;
  /** Progress can be written. */
  writable: boolean;
}

/** Resets a section or the course, or deletes everything after asking once more. */
export function StartOver({ status, course, section: here, writable }: Props) {
  const { message, deletionMessage, deleted, ...actions } = useStartOver(course, status);
  const { onResetSection, onResetCourse, onDeleteEverything, onUndoDelete, onUndo } = actions;
  const [isConfirming, setIsConfirming] = useState(false);
  // The page may scroll to another section behind the settings; the selection stays.
  const [chosen, setChosen] = useState(here?.id);
  const section = course.sections.find(({ id }) => id === chosen) ?? here ?? course.sections[0];
  return (
    <Fold title={i18n.t('startOver.title')} startsOpen={deleted}>
      {() => (
        <>
          <p class="quiet">{i18n.t('startOver.explained', [course.title])}</p>
          <p class="actions">
            <select
              aria-label={i18n.t('startOver.section')}
              value={section?.id}
              disabled={!writable}
              onChange={({ currentTarget }) => setChosen(currentTarget.value)}
            >
              {course.sections.map(({ id, title }) => (
                <option key={id} dir="auto" value={id}>
                  {title}
                </option>
              ))}
            </select>
            <ActionButton
              name="start over"
              class="danger"
              disabled={!writable}
              onAct={async () => section && onResetSection(section)}
            >
              {i18n.t('startOver.resetSection')}
            </ActionButton>
            <ActionButton name="start over" class="danger" disabled={!writable} onAct={onResetCourse}>
              {i18n.t('startOver.resetCourse')}
            </ActionButton>
          </p>
          <ActionStatus message={message} onUndo={onUndo} />
          <h3>{i18n.t('startOver.delete')}</h3>
          {deleted ? (
            <p class="actions">
              <ActionButton name="bring back" onAct={onUndoDelete}>
                {i18n.t('startOver.bringBack')}
              </ActionButton>
            </p>
          ) : isConfirming ? (
            <Confirmation
              onDelete={() => onDeleteEverything().finally(() => setIsConfirming(false))}
              onCancel={() => setIsConfirming(false)}
            />
          ) : (
            <p class="actions">
              <button type="button" class="danger" disabled={!writable} onClick={() => setIsConfirming(true)}>
                {i18n.t('startOver.deleteEverything')}
              </button>
            </p>
          )}
          <ActionStatus message={deletionMessage} />
        </>
      )}
    </Fold>
  );
}
