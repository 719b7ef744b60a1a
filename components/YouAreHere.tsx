import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Course } from '../courses/course.ts';
import type { Match } from '../courses/match.ts';
import { neighboursOf, type Place } from '../courses/standing.ts';
import { CourseButtons } from './CourseButtons.tsx';
import { Link, type OnOpen } from './Link.tsx';
import { Region } from './Region.tsx';

interface Props {
  course: Course;
  match: Match | undefined;
  /** What the shown document is; undefined where it is no handbook page, `unseen` where nobody knows. */
  kind: 'content' | 'missing' | 'moved' | 'list' | 'other' | 'unseen' | undefined;
  lastPlace: Place | undefined;
  /** The other courses that the page is part of. */
  others: readonly Course[];
  onOpen: OnOpen;
  onChooseCourse: (id: string) => void;
  /** What else is to be said of the page. */
  children?: ComponentChildren;
}

/** What is to be said of a document that is no page to read. */
function sentenceOn(kind: Props['kind']) {
  if (kind === 'missing') return <p>{i18n.t('here.missing')}</p>;
  if (kind === 'moved') return <p>{i18n.t('here.movedStub')}</p>;
  if (kind === 'list') return <p>{i18n.t('here.list')}</p>;
  return undefined;
}

function Outside({
  course,
  kind,
  lastPlace,
  onOpen,
}: Omit<Props, 'match' | 'others' | 'onChooseCourse' | 'children'>) {
  return (
    <>
      {sentenceOn(kind)}
      {(kind === undefined || kind === 'content' || kind === 'other') && (
        <p>{i18n.t(kind ? 'here.notInCourse' : 'here.notHandbook')}</p>
      )}
      <p>
        <Link href={(lastPlace ?? course).address} onOpen={onOpen}>
          {lastPlace ? i18n.t('here.back', [lastPlace.title]) : i18n.t('here.start')}
        </Link>
      </p>
    </>
  );
}

function Inside({ match, kind, onOpen }: Pick<Props, 'kind' | 'onOpen'> & { match: Match }) {
  const { course, section, resource, reason } = match;
  if (!section) return sentenceOn(kind) ?? <p>{i18n.t('here.coursePage')}</p>;
  return (
    <>
      <p class="quiet count">
        {i18n.t('here.section', [course.sections.indexOf(section) + 1, course.sections.length])}
      </p>
      <h3>{section.title}</h3>
      {sentenceOn(kind)}
      {resource && (
        <p>
          {resource.title}{' '}
          <span class="tag">
            {i18n.t(reason === 'within' ? 'here.above' : kind === 'missing' ? 'here.meant' : 'here.thisPage')}
          </span>
        </p>
      )}
      {kind === 'missing' && resource?.gone && <p>{i18n.t('moved.gone')}</p>}
      <details class="quiet">
        <summary>{i18n.t('here.why')}</summary>
        <p>{i18n.t(`reason.${reason}`)}</p>
      </details>
      {kind === 'missing' && resource && !resource.gone && reason === 'moved' && (
        <p>
          {i18n.t('here.missingMoved')}
          <Link href={resource.address} onOpen={onOpen}>
            {resource.title}
          </Link>
        </p>
      )}
      <ul class="neighbours">
        {Object.entries(neighboursOf(course, section, resource)).map(
          ([side, neighbour]) =>
            neighbour && (
              <li key={side}>
                <Link href={neighbour.address} resource={neighbour} onOpen={onOpen}>
                  {i18n.t(side === 'next' ? 'here.next' : 'here.previous', [neighbour.title])}
                </Link>
              </li>
            ),
        )}
      </ul>
    </>
  );
}

/** Where in the course the shown page is, why that is so, and where to go from here. */
export function YouAreHere({ match, others, onChooseCourse, children, ...outside }: Props) {
  const { kind, onOpen } = outside;
  return (
    <Region title={i18n.t('here.title')} class="here">
      {match ? <Inside match={match} kind={kind} onOpen={onOpen} /> : <Outside {...outside} />}
      {children}
      {others.length > 0 && (
        <p class="quiet">
          {i18n.t('here.others')} <CourseButtons courses={others} onChoose={onChooseCourse} />
        </p>
      )}
    </Region>
  );
}
