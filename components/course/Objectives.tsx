import { i18n } from '#i18n';
import type { Objective } from '../../courses/course.ts';
import { isReady, objectivesBySection } from '../../courses/status.ts';
import { section, course as shownCourse } from '../state/current.ts';
import { notes } from '../state/notes.ts';
import { isReady as canTick, audience as chosenAudience, progress } from '../state/progress.ts';
import { tick } from '../state/reader-actions.ts';
import { Region } from '../ui/Region.tsx';
import { ObjectiveList } from './ObjectiveList.tsx';

/** The objectives of the audience: those that the shown section serves first. */
export function Objectives() {
  const course = shownCourse.value;
  const audience = chosenAudience.value;
  const { completed, visited } = progress.value;
  if (audience.objectives.length === 0) return null;
  const { here, rest } = objectivesBySection(audience, section.value);
  const ready = (id: string) =>
    audience.objectives.some((objective) => objective.id === id && isReady(course, objective, visited));
  const list = (title: string, objectives: Objective[]) =>
    objectives.length > 0 && (
      <>
        <h3>{title}</h3>
        <ObjectiveList
          objectives={objectives}
          isReady={ready}
          completed={completed}
          disabled={!canTick.value}
          notes={notes.value}
          onTick={tick}
        />
      </>
    );
  return (
    <Region title={i18n.t('objectives.title')}>
      {list(i18n.t('objectives.here'), here)}
      {list(i18n.t(here.length > 0 ? 'objectives.rest' : 'objectives.all'), rest)}
    </Region>
  );
}
