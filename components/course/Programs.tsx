import { i18n } from '#i18n';
import { type Course, type Resource, resourcesOf } from '../../courses/course.ts';
import { stateOf } from '../../courses/status.ts';
import { memo } from '../ui/memo.tsx';
import { Region } from '../ui/Region.tsx';
import { type ResourceActions, ResourceItem } from './ResourceItem.tsx';

interface Props extends ResourceActions {
  course: Course;
  /** The resource being read. */
  here: Resource | undefined;
  visited: ReadonlySet<string>;
}

/** The community programs, from every page one click away. */
export const Programs = memo(({ course, here, visited, ...actions }: Props) => {
  const programs = resourcesOf(course).filter(({ program }) => program);
  if (programs.length === 0) return null;
  return (
    <Region title={i18n.t('programs.title')}>
      <ul class="resources">
        {programs.map((resource) => (
          <ResourceItem
            key={resource.id}
            course={course}
            resource={resource}
            state={stateOf(resource, here, visited)}
            visited={visited.has(resource.id)}
            instead={undefined}
            {...actions}
          />
        ))}
      </ul>
    </Region>
  );
});
