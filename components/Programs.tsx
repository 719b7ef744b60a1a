import { i18n } from '#i18n';
import { type Course, type Resource, resourcesOf } from '../courses/course.ts';
import { hostElsewhere, stateOf } from '../courses/standing.ts';
import type { OnOpen } from './Link.tsx';
import { Region } from './Region.tsx';
import { type OnMark, ResourceItem } from './ResourceItem.tsx';
import { unlessChanged } from './unless-changed.tsx';

interface Props {
  course: Course;
  /** The resource being read. */
  here: Resource | undefined;
  visited: ReadonlySet<string>;
  onOpen: OnOpen;
  onMark: OnMark | undefined;
}

/** The community programs, from every page one click away. */
export const Programs = unlessChanged(({ course, here, visited, onOpen, onMark }: Props) => {
  const programs = resourcesOf(course).filter(({ program }) => program);
  if (programs.length === 0) return null;
  return (
    <Region title={i18n.t('programs.title')}>
      <ul class="resources">
        {programs.map((resource) => (
          <ResourceItem
            key={resource.id}
            resource={resource}
            state={stateOf(resource, here, visited)}
            visited={visited.has(resource.id)}
            host={hostElsewhere(course, resource)}
            instead={undefined}
            onOpen={onOpen}
            onMark={onMark}
          />
        ))}
      </ul>
    </Region>
  );
});
