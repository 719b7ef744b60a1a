import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { builtInCourses } from '../../assets/courses/index.ts';
import { CourseSections } from '../../components/CourseSections.tsx';
import { Header } from '../../components/Header.tsx';
import { Objectives } from '../../components/Objectives.tsx';
import { Programs } from '../../components/Programs.tsx';
import { Resources } from '../../components/Resources.tsx';
import { YouAreHere } from '../../components/YouAreHere.tsx';
import { type Resource, resourcesOf } from '../../courses/course.ts';
import { audienceOf, type Place } from '../../courses/standing.ts';
import { askForAccess, followAccess } from '../../platform/access.ts';
import { openLink, reloadTab, type Where } from '../../platform/shown-tab.ts';
import {
  chooseAudience,
  markVisited,
  recordVisit,
  setCompletion,
  unmarkVisited,
} from '../../progress/progress.ts';
import { addressOf, siteMatches } from '../../sites/index.ts';
import { matchPage } from './course-index.ts';
import { NoticesOnDemand } from './NoticesOnDemand.tsx';
import { useProgress } from './use-progress.ts';
import { useShownPage } from './use-shown-page.ts';
import { useVisit } from './use-visit.ts';

const [firstCourse] = builtInCourses;

function useAccess(): boolean {
  const [granted, setGranted] = useState(true);
  useLayoutEffect(() => followAccess(siteMatches, setGranted), []);
  return granted;
}

/** The panel: what the shown page is in the course, and what the reader has done in it. */
export function App() {
  const shown = useShownPage();
  const access = useAccess();
  const match = shown?.address ? matchPage(shown.address, shown.news) : undefined;
  const course = match?.course ?? firstCourse;
  if (!course) throw new Error('there is no course');
  const { progress, unreadable, unsaved, act } = useProgress(course.id);
  useVisit(shown, match, act);

  // Where the reader was in the course: in this panel, else at the last visit that is on record.
  const lastPlace = useRef<Place>(undefined);
  if (match?.section && shown?.tab.url) {
    lastPlace.current = { title: (match.resource ?? match.section).title, address: shown.tab.url };
  }
  const lastVisited = resourcesOf(course).find(({ id }) => id === progress.lastVisit?.resource);

  if (!shown) return null;
  const audience = audienceOf(course, progress.audience);
  const here = match?.reason === 'within' ? undefined : match?.resource;
  const open = (address: string, where: Where, resource?: Resource) => {
    void openLink(address, shown.tab.id, where);
    // A page elsewhere cannot be seen from here: it counts when it is opened.
    if (resource && !addressOf(resource.address)) act(() => recordVisit(course.id, resource.id));
  };
  const tick = (objective: string, value: boolean) => act(() => setCompletion(course.id, objective, value));
  const mark = (resource: string, value: boolean) =>
    act(() => (value ? markVisited : unmarkVisited)(course.id, resource));

  return (
    <>
      <Header
        course={course}
        audience={audience}
        section={match?.section}
        completed={progress.completed}
        onChooseAudience={(id) => act(() => chooseAudience(course.id, id))}
      />
      <main>
        <NoticesOnDemand
          access={access}
          unread={shown.unread}
          unreadable={unreadable}
          unsaved={unsaved}
          setAside={progress.setAside}
          onGiveAccess={() => void askForAccess(siteMatches)}
          onReload={() => void reloadTab(shown.tab.id)}
        />
        <YouAreHere
          course={course}
          match={match}
          kind={shown.address ? (shown.news?.kind ?? 'content') : undefined}
          lastPlace={lastPlace.current ?? lastVisited}
          onOpen={open}
        />
        <Objectives
          audience={audience}
          section={match?.section}
          completed={progress.completed}
          disabled={unreadable !== undefined}
          onTick={tick}
        />
        {match?.section && (
          <Resources
            course={course}
            section={match.section}
            audience={audience}
            here={here}
            visited={progress.visited}
            onOpen={open}
            onMark={mark}
          />
        )}
        <Programs course={course} here={here} visited={progress.visited} onOpen={open} />
        <CourseSections
          course={course}
          audience={audience}
          section={match?.section}
          completed={progress.completed}
          visited={progress.visited}
          onOpen={open}
        />
      </main>
    </>
  );
}
