import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Course, Section } from '../../courses/course.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ActionStatus, type StatusMessage } from '../ui/ActionStatus.tsx';
import { Region } from '../ui/Region.tsx';

interface Props {
  course: Course;
  /** The section that the shown page belongs to: offered first. */
  section: Section | undefined;
  /** Progress can be written. */
  writable: boolean;
  /** What came of starting over, with its Undo. */
  told: StatusMessage | undefined;
  /** What came of deleting everything. */
  toldOfDeleting: StatusMessage | undefined;
  /** Everything was deleted a moment ago and can be brought back. */
  deleted: boolean;
  onResetSection: (section: Section) => Promise<unknown>;
  onResetCourse: () => Promise<unknown>;
  onDeleteEverything: () => Promise<unknown>;
  onBringBack: () => Promise<unknown>;
  onUndo: (action: string) => Promise<unknown>;
}

/** Starts a section or the course over, or deletes everything: that in two steps. */
export function StartOver({
  course,
  section: here,
  writable,
  told,
  toldOfDeleting,
  deleted,
  onResetSection,
  onResetCourse,
  onDeleteEverything,
  onBringBack,
  onUndo,
}: Props) {
  const [sure, setSure] = useState(false);
  // The page may scroll on behind the settings: what they offer stays the section that they opened with.
  const [chosen, setChosen] = useState(here?.id);
  const section = course.sections.find(({ id }) => id === chosen) ?? here ?? course.sections[0];
  return (
    <Region title={i18n.t('startOver.title')}>
      <p class="quiet">{i18n.t('startOver.explained', [course.title])}</p>
      <p class="actions">
        <select
          aria-label={i18n.t('startOver.section')}
          value={section?.id}
          disabled={!writable}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        >
          {course.sections.map(({ id, title }) => (
            <option key={id} value={id}>
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
      <ActionStatus message={told} onUndo={onUndo} />
      <h3>{i18n.t('startOver.delete')}</h3>
      {deleted ? (
        <p class="actions">
          <ActionButton name="bring back" onAct={onBringBack}>
            {i18n.t('startOver.bringBack')}
          </ActionButton>
        </p>
      ) : sure ? (
        <div class="card">
          <p>{i18n.t('startOver.really')}</p>
          <p class="actions">
            <ActionButton
              name="delete everything"
              class="danger"
              onAct={() => onDeleteEverything().finally(() => setSure(false))}
            >
              {i18n.t('startOver.deleteNow')}
            </ActionButton>
            <button type="button" onClick={() => setSure(false)}>
              {i18n.t('cancel')}
            </button>
          </p>
        </div>
      ) : (
        <p class="actions">
          <button type="button" class="danger" disabled={!writable} onClick={() => setSure(true)}>
            {i18n.t('startOver.deleteEverything')}
          </button>
        </p>
      )}
      <ActionStatus message={toldOfDeleting} />
    </Region>
  );
}
