import { i18n } from '#i18n';
import { resourcesOf } from '../../courses/course.ts';
import { isDone, tallyObjectives, tallySection } from '../../courses/status.ts';
import { course as shownCourse, section as shownSection } from '../state/current.ts';
import { audience as chosenAudience, progress } from '../state/progress.ts';
import { formatNumber } from '../ui/locale.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { Fold } from '../ui/Region.tsx';
import { ObjectiveList } from './ObjectiveList.tsx';
import { ResourceItem } from './ResourceItem.tsx';
import { Sections } from './SectionList.tsx';

const MyNotes = onDemand(async () => (await import('../notes/MyNotes.tsx')).MyNotes);

/** What the reader looks up now and then, folded, each with its count. */
export function Folds() {
  const course = shownCourse.value;
  const section = shownSection.value;
  const audience = chosenAudience.value;
  const { completed, notes } = progress.value;
  const ticked = tallyObjectives(audience.objectives, completed);
  const finished = course.sections.filter((each) =>
    isDone(tallySection(each, audience, progress.value)),
  ).length;
  const programs = resourcesOf(course).filter((each) => each.program && !section?.resources.includes(each));
  const { objectives = [], resources = [] } = course.earlier ?? {};
  const earlier = objectives.length + resources.length;
  return (
    <div class="folds">
      {ticked.total > 0 && (
        <Fold title={i18n.t('objectives.all')} count={i18n.t('progressTotal', [ticked.done, ticked.total])}>
          {() => <ObjectiveList objectives={audience.objectives} />}
        </Fold>
      )}
      {section && (
        <Fold
          title={i18n.t('course.sections')}
          count={i18n.t('progressTotal', [finished, course.sections.length])}
        >
          {() => <Sections />}
        </Fold>
      )}
      {programs.length > 0 && (
        <Fold title={i18n.t('programs.title')} count={formatNumber(programs.length)}>
          {() => (
            <ul class="resources">
              {programs.map((resource) => (
                <ResourceItem key={resource.id} resource={resource} />
              ))}
            </ul>
          )}
        </Fold>
      )}
      {notes.length > 0 && (
        <Fold title={i18n.t('note.mine')} count={formatNumber(notes.length)}>
          {() => <MyNotes course={course} notes={notes} />}
        </Fold>
      )}
      {earlier > 0 && (
        <Fold title={i18n.t('living.earlier')} count={formatNumber(earlier)}>
          {() => (
            <>
              <p class="quiet">{i18n.t('living.earlierExplained')}</p>
              <ObjectiveList objectives={objectives} />
              <ul class="resources">
                {resources.map((resource) => (
                  <ResourceItem key={resource.id} resource={resource} />
                ))}
              </ul>
            </>
          )}
        </Fold>
      )}
    </div>
  );
}
