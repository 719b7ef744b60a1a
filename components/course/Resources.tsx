import { i18n } from '#i18n';
import type { Audience, Course, Resource, Section } from '../../courses/course.ts';
import { groupsOf, stateOf, tallyResources } from '../../courses/status.ts';
import { Link } from '../ui/Link.tsx';
import { memo } from '../ui/memo.tsx';
import { Region } from '../ui/Region.tsx';
import { type ResourceActions, ResourceItem } from './ResourceItem.tsx';

interface Props extends ResourceActions {
  course: Course;
  section: Section;
  audience: Audience;
  /** The resource being read. */
  here: Resource | undefined;
  visited: ReadonlySet<string>;
}

/** The resources of the section, grouped as on the course page, and its videos. */
export const Resources = memo(({ course, section, audience, here, visited, ...actions }: Props) => {
  const groups = groupsOf(section.resources);
  return (
    <Region title={i18n.t('resources.title')}>
      {groups.map(({ title, resources }) => {
        const { done, total } = tallyResources(resources, visited);
        return (
          <div key={resources[0]?.id}>
            {(title || groups.length > 1) && (
              <h3>
                {title ?? i18n.t('resources.others')}
                {total > 0 && <span class="count">{i18n.t('progressTotal', [done, total])}</span>}
              </h3>
            )}
            <ul class="resources">
              {resources.map((resource) => (
                <ResourceItem
                  key={resource.id}
                  course={course}
                  resource={resource}
                  state={stateOf(resource, here, visited)}
                  visited={visited.has(resource.id)}
                  instead={resource.instead?.audience === audience.id ? resource.instead.address : undefined}
                  {...actions}
                />
              ))}
            </ul>
          </div>
        );
      })}
      {section.videos && (
        <>
          <h3>{i18n.t('resources.videos')}</h3>
          <ul class="resources">
            {section.videos.map(({ title, address }) => (
              <li key={address} class="resource">
                <Link href={address} onOpen={actions.onOpen}>
                  {title}
                </Link>
                <span class="tag">{i18n.t('resources.elsewhere', [new URL(address).host])}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="quiet">{i18n.t('resources.reading')}</p>
    </Region>
  );
});
