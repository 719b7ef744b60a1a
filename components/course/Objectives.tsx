import { i18n } from '#i18n';
import type { Audience, Course, Objective, Section } from '../../courses/course.ts';
import { isReady, objectivesBySection } from '../../courses/status.ts';
import { unlessChanged } from '../ui/memo.tsx';
import { Region } from '../ui/Region.tsx';
import { type ObjectiveActions, ObjectiveList } from './ObjectiveList.tsx';

interface Props extends ObjectiveActions {
  course: Course;
  audience: Audience;
  section: Section | undefined;
  visited: ReadonlySet<string>;
}

/** The objectives of the audience: those that the shown section serves first. */
export const Objectives = unlessChanged(({ course, audience, section, visited, ...actions }: Props) => {
  if (audience.objectives.length === 0) return null;
  const { here, rest } = objectivesBySection(audience, section);
  const ready = (id: string) =>
    audience.objectives.some((objective) => objective.id === id && isReady(course, objective, visited));
  const list = (title: string, objectives: Objective[]) =>
    objectives.length > 0 && (
      <>
        <h3>{title}</h3>
        <ObjectiveList objectives={objectives} isReady={ready} {...actions} />
      </>
    );
  return (
    <Region title={i18n.t('objectives.title')}>
      {list(i18n.t('objectives.here'), here)}
      {list(i18n.t(here.length > 0 ? 'objectives.rest' : 'objectives.all'), rest)}
    </Region>
  );
});
