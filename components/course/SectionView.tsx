import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Resource, Section } from '../../courses/course.ts';
import {
  groupsOf,
  isReady,
  objectivesBySection,
  tallyObjectives,
  tallyResources,
} from '../../courses/status.ts';
import { match, course as shownCourse } from '../state/current.ts';
import { audience as chosenAudience, progress } from '../state/progress.ts';
import { open } from '../state/reader-actions.ts';
import { height } from '../state/width.ts';
import { Link } from '../ui/Link.tsx';
import { Region } from '../ui/Region.tsx';
import { ObjectiveList } from './ObjectiveList.tsx';
import { ResourceItem } from './ResourceItem.tsx';

/** How many resources are shown in any case, and how many CSS pixels the rest of the panel and a row take. */
const LEAST = 5;
const REST = 300;
const ROW = 44;

/** Which of the resources are shown first. The current one always is. */
function fitting(resources: readonly Resource[], here: Resource | undefined): ReadonlySet<Resource> {
  const most = Math.max(LEAST, Math.floor((height.value - REST) / ROW));
  if (resources.length <= most) return new Set(resources);
  const first = new Set(resources.slice(0, LEAST));
  if (here && resources.includes(here)) first.add(here);
  return first;
}

/** What there is to read in the section, in the course's order, and its videos. */
function Read({ section }: { section: Section }) {
  const { visited } = progress.value;
  const [unfolded, setUnfolded] = useState<string>();
  const here = match.value?.reason === 'within' ? undefined : match.value?.resource;
  const { resources, videos = [] } = section;
  if (resources.length + videos.length === 0) return null;
  const shown = unfolded === section.id ? new Set(resources) : fitting(resources, here);
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
      {videos.length > 0 && (
        <ul class="resources">
          {videos.map(({ title, address }) => (
            <li key={address} class="resource video">
              <span class="mark">
                <svg class="state-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                  <path d="M5.5 3.5l7 4.5-7 4.5z" />
                </svg>
              </span>
              <div>
                <Link href={address} onOpen={open}>
                  {title}
                </Link>
                <p class="quiet">{i18n.t('resources.video', [new URL(address).host])}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
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
