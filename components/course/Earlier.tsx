import { i18n } from '#i18n';
import type { Course } from '../../courses/course.ts';
import { stateOf } from '../../courses/status.ts';
import { Region } from '../ui/Region.tsx';
import { type ObjectiveActions, ObjectiveList } from './ObjectiveList.tsx';
import { type ResourceActions, ResourceItem } from './ResourceItem.tsx';

interface Props extends ResourceActions, ObjectiveActions {
  course: Course;
  visited: ReadonlySet<string>;
}

/** What has lost its place in a course, folded: what was done of it stays. */
export function Earlier({ course, visited, completed, disabled, onTick, ...actions }: Props) {
  const { objectives = [], resources = [] } = course.earlier ?? {};
  if (objectives.length + resources.length === 0) return null;
  return (
    <Region title={i18n.t('living.earlier')}>
      <details>
        <summary class="quiet">{i18n.t('living.earlierExplained')}</summary>
        <ObjectiveList
          objectives={objectives}
          completed={completed}
          disabled={disabled}
          notes={actions.notes}
          onTick={onTick}
        />
        <ul class="resources">
          {resources.map((resource) => (
            <ResourceItem
              key={resource.id}
              course={course}
              resource={resource}
              state={stateOf(resource, undefined, visited)}
              visited={visited.has(resource.id)}
              instead={undefined}
              {...actions}
            />
          ))}
        </ul>
      </details>
    </Region>
  );
}
