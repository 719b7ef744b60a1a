import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Section } from '../../courses/course.ts';
import { resourceRead } from '../../courses/match.ts';
import {
  groupsOf,
  isReady,
  objectivesBySection,
  tallyObjectives,
  tallyResources,
} from '../../courses/status.ts';
import { match, course as shownCourse } from '../state/current.ts';
import { audience as chosenAudience, progress } from '../state/progress.ts';
import { height, width } from '../state/width.ts';
import { Region } from '../ui/Region.tsx';
import { fitting } from './fitting.ts';
import { ObjectiveList } from './ObjectiveList.tsx';
import { ResourceItem, Videos } from './ResourceItem.tsx';

/** What there is to read in the section, in the course's order, and its videos. */
function Read({ section }: { section: Section }) {
  const { visited } = progress.value;
  const [unfolded, setUnfolded] = useState<string>();
  const here = resourceRead(match.value);
  const { resources, videos = [] } = section;
  if (resources.length + videos.length === 0) return null;
  const size = { width: width.value, height: height.value };
  const shown =
    unfolded === section.id ? new Set(resources) : fitting(shownCourse.value, section, here, size);
  const groups = groupsOf(resources.filter((each) => shown.has(each)));
  const { done, total } = tallyResources(resources, visited);
  const more = resources.length - shown.size;
  return (
    <Region title={i18n.t('resources.title')} count={total > 0 ? i18n.t('progressTotal', [done, total]) : ''}>
      {groups.map(({ title, resources: group }, at) => (
        <div key={group[0]?.id}>
          {(title || at > 0) && <h3 dir="auto">{title ?? i18n.t('resources.others')}</h3>}
          <ul class="resources">
            {group.map((resource) => (
              <ResourceItem
                key={resource.id}
                resource={resource}
                alternative={
                  resource.instead?.audience === chosenAudience.value.id
                    ? resource.instead.address
                    : undefined
                }
              />
            ))}
          </ul>
        </div>
      ))}
      {more > 0 && (
        <button type="button" class="more" onClick={() => setUnfolded(section.id)}>
          {i18n.t('resources.more', more)}
        </button>
      )}
      <Videos videos={videos} />
    </Region>
  );
}

/** What the reader can do after this section. */
function Tick({ section }: { section: Section }) {
  const course = shownCourse.value;
  const audience = chosenAudience.value;
  const { completed, visited } = progress.value;
  const { here } = objectivesBySection(audience, section);
  if (here.length === 0) return null;
  const { done, total } = tallyObjectives(here, completed);
  return (
    <Region
      title={i18n.t(section.resources.length > 0 ? 'objectives.then' : 'objectives.tick')}
      class="tick"
      count={i18n.t('progressTotal', [done, total])}
    >
      <ObjectiveList
        objectives={here}
        isReady={(id) => here.some((each) => each.id === id && isReady(course, each, visited))}
      />
    </Region>
  );
}

/** A section: what to read, then what to tick. */
export function SectionView({ section }: { section: Section }) {
  return (
    <>
      <Read key={section.id} section={section} />
      <Tick section={section} />
    </>
  );
}
