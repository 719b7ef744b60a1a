import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Course, Resource } from '../../courses/course.ts';
import type { Match } from '../../courses/match.ts';
import { type NextStep, nextStep, type Place, previousOf } from '../../courses/status.ts';
import { course, match, others, pageAddress, pageKind } from '../state/current.ts';
import { progress, resume } from '../state/progress.ts';
import { open, switchTo } from '../state/reader-actions.ts';
import { Link, type OnOpen } from '../ui/Link.tsx';
import { Region } from '../ui/Region.tsx';
import { useStableHeight } from '../ui/use-stable-height.ts';
import { CourseButtons } from './CourseButtons.tsx';

interface Props {
  course: Course;
  /** What the shown document is. */
  kind: typeof pageKind.value;
  /** Where the reader left off. */
  lastPlace: Place | undefined;
  visited: ReadonlySet<string>;
  onOpen: OnOpen;
}

/** What is to be said of a document that is no page to read. */
function sentenceOn(kind: Props['kind']) {
  if (kind === 'missing') return <p>{i18n.t('here.missing')}</p>;
  if (kind === 'moved') return <p>{i18n.t('here.movedStub')}</p>;
  if (kind === 'list') return <p>{i18n.t('here.list')}</p>;
  return undefined;
}

/** The way back to where the reader left off. */
function Resume({ place, onOpen }: Pick<Props, 'onOpen'> & { place: Place }) {
  return (
    <p>
      <Link href={place.address} onOpen={onOpen}>
        {i18n.t('here.back', [place.title])}
      </Link>
    </p>
  );
}

function Outside({
  course,
  kind,
  lastPlace,
  onOpen,
}: Pick<Props, 'course' | 'kind' | 'lastPlace' | 'onOpen'>) {
  return (
    <>
      {sentenceOn(kind)}
      {(kind === undefined || kind === 'content' || kind === 'other') && (
        <p>{i18n.t(kind ? 'here.notInCourse' : 'here.notHandbook')}</p>
      )}
      {lastPlace ? (
        <Resume place={lastPlace} onOpen={onOpen} />
      ) : (
        <p>
          <Link href={course.address} onOpen={onOpen}>
            {i18n.t('here.start')}
          </Link>
        </p>
      )}
    </>
  );
}

/**
 * The longest title of the resources that a page holds, if it holds several: as one or another of them is read, lines that
 * leave room for it let nothing below them move.
 */
function longestTitle(resources: readonly Resource[]): string | undefined {
  if (resources.length < 2) return undefined;
  return resources.reduce((longest, { title }) => (title.length > longest.length ? title : longest), '');
}

/** The way on: to a resource, or to a section that has nothing left to visit. */
function Next({ course, next, onOpen }: Pick<Props, 'course' | 'onOpen'> & { next: NextStep }) {
  if ('resource' in next)
    return (
      <Link href={next.resource.address} resource={next.resource} onOpen={onOpen}>
        {i18n.t('here.next', [next.resource.title])}
      </Link>
    );
  return (
    <Link href={`${course.address}#${next.section.anchor}`} onOpen={onOpen}>
      {i18n.t('here.nextSection', [next.section.title])}
    </Link>
  );
}

function Inside({
  match,
  kind,
  lastPlace,
  visited,
  onOpen,
}: Pick<Props, 'kind' | 'lastPlace' | 'visited' | 'onOpen'> & { match: Match }) {
  const { course, section, resource, reason } = match;
  if (!section)
    return (
      <>
        {sentenceOn(kind) ?? <p>{i18n.t('here.coursePage')}</p>}
        {lastPlace && <Resume place={lastPlace} onOpen={onOpen} />}
      </>
    );
  const previous = previousOf(course, section, resource);
  const next = nextStep(course, section, resource, visited);
  const longest = longestTitle(match.resources);
  return (
    <>
      <p class="quiet count">
        {i18n.t('here.section', [course.sections.indexOf(section) + 1, course.sections.length])}
      </p>
      <h3>{section.title}</h3>
      {sentenceOn(kind)}
      <p class="line" data-longest={longest && `${longest} ${i18n.t('here.thisPage')}`}>
        {resource && (
          <span>
            {resource.title}{' '}
            <span class="tag">
              {i18n.t(
                reason === 'within' ? 'here.above' : kind === 'missing' ? 'here.meant' : 'here.thisPage',
              )}
            </span>
          </span>
        )}
      </p>
      {kind === 'missing' && resource?.gone && <p>{i18n.t('moved.gone')}</p>}
      <details class="quiet">
        <summary>{i18n.t('here.why')}</summary>
        <p>{i18n.t(`reason.${reason}`)}</p>
      </details>
      {kind === 'missing' && resource && !resource.gone && reason === 'moved' && (
        <p>
          {i18n.t('here.missingMoved')}{' '}
          <Link href={resource.address} onOpen={onOpen}>
            {resource.title}
          </Link>
        </p>
      )}
      <ul class="neighbours">
        <li class="line" data-longest={longest && i18n.t('here.previous', [longest])}>
          {previous && (
            <Link href={previous.address} resource={previous} onOpen={onOpen}>
              {i18n.t('here.previous', [previous.title])}
            </Link>
          )}
        </li>
        <li class="line" data-longest={longest && i18n.t('here.next', [longest])}>
          {next && <Next course={course} next={next} onOpen={onOpen} />}
        </li>
      </ul>
    </>
  );
}

/** Where in the course the shown page is, why that is so, and where to go from here. */
export function YouAreHere({ children }: { children: ComponentChildren }) {
  const place = useStableHeight(pageAddress.value);
  const about = { kind: pageKind.value, lastPlace: resume.value, onOpen: open };
  return (
    <Region title={i18n.t('here.title')} class="here" place={place}>
      {match.value ? (
        <Inside match={match.value} visited={progress.value.visited} {...about} />
      ) : (
        <Outside course={course.value} {...about} />
      )}
      {children}
      {others.value.length > 0 && (
        <p class="quiet">
          {i18n.t('here.others')} <CourseButtons courses={others.value} onChoose={switchTo} />
        </p>
      )}
    </Region>
  );
}
