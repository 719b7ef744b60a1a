import { i18n } from '#i18n';
import type { Audience, Section } from '../courses/course.ts';
import type { Match } from '../courses/match.ts';
import { groupsOf, hostElsewhere, stateOf, tallyResources } from '../courses/standing.ts';
import { Link, type OnOpen } from './Link.tsx';
import { Region } from './Region.tsx';
import { ResourceItem } from './ResourceItem.tsx';

interface Props {
  section: Section;
  audience: Audience;
  match: Match;
  visited: ReadonlySet<string>;
  onOpen: OnOpen;
  onMark: (resource: string, value: boolean) => void;
}

/** The resources of the section, grouped as on the course page, and its videos. */
export function Resources({ section, audience, match, visited, onOpen, onMark }: Props) {
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
                  resource={resource}
                  state={stateOf(resource, match.resource, visited)}
                  visited={visited.has(resource.id)}
                  host={hostElsewhere(match.course, resource)}
                  instead={resource.instead?.audience === audience.id ? resource.instead.address : undefined}
                  onOpen={onOpen}
                  onMark={(value) => onMark(resource.id, value)}
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
              <li key={address}>
                <Link href={address} onOpen={onOpen}>
                  {title}
                </Link>
                <span class="tag">{i18n.t('resources.elsewhere', [new URL(address).host])}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Region>
  );
}
