import { useEffect, useRef, useState } from 'preact/hooks';
import { builtInCourses } from '../../assets/courses/index.ts';
import { CourseSections } from '../../components/CourseSections.tsx';
import { Header } from '../../components/Header.tsx';
import { Objectives } from '../../components/Objectives.tsx';
import { Programs } from '../../components/Programs.tsx';
import { Resources } from '../../components/Resources.tsx';
import { YouAreHere } from '../../components/YouAreHere.tsx';
import { type Resource, resourcesOf } from '../../courses/course.ts';
import { audienceOf, type Place } from '../../courses/standing.ts';
import { askForAccess } from '../../platform/access.ts';
import { openLink, reloadTab, type Where } from '../../platform/shown-tab.ts';
import {
  chooseAudience,
  markVisited,
  recordVisit,
  setCompletion,
  unmarkVisited,
} from '../../progress/progress.ts';
import { addressOf } from '../../sites/index.ts';
import { siteMatches } from '../../sites/matches.ts';
import { matchPage } from './course-index.ts';
import { NoticesOnDemand } from './NoticesOnDemand.tsx';
import { useAccess } from './use-access.ts';
import { useOpened } from './use-opened.ts';
import { useProgress } from './use-progress.ts';
import { useShownPage } from './use-shown-page.ts';
import { useStable } from './use-stable.ts';
import { useVisit } from './use-visit.ts';

const [firstCourse] = builtInCourses;

/** The panel: what the shown page is in the course, and what the reader has done in it. */
export function App() {
  const shown = useShownPage();
  const access = useAccess();
  const [opened, setOpened] = useOpened(shown);
  const match = shown?.address ? matchPage(shown.address, shown.news) : opened;
  const lastCourse = useRef(firstCourse);
  if (match) lastCourse.current = match.course;
  const course = lastCourse.current;
  if (!course) throw new Error('there is no course');
  const { progress, ready, act, forgetRestored, ...told } = useProgress(course.id);
  useVisit(shown, match);

  // Where the reader was in the course: in this panel, else at the last visit that is on record.
  const lastPlace = useRef<Place>(undefined);
  if (match?.section && shown?.tab.url && shown.news?.kind === 'content') {
    lastPlace.current = { title: (match.resource ?? match.section).title, address: shown.tab.url };
  }
  const lastVisited = resourcesOf(course).find(({ id }) => id === progress.lastVisit?.resource);

  const tab = shown?.tab.id;
  const open = useStable((address: string, where: Where, resource?: Resource) => {
    if (tab === undefined) return;
    void openLink(address, tab, where);
    if (!resource || addressOf(resource.address)) return;
    // A page elsewhere cannot be seen from here: it counts when it is opened.
    act(() => recordVisit(course.id, resource.id));
    if (where === 'here') setOpened(address);
  });
  const tick = useStable((objective: string, value: boolean) =>
    act(() => setCompletion(course.id, objective, value)),
  );
  const mark = useStable((resource: string, value: boolean) =>
    act(() => (value ? markVisited : unmarkVisited)(course.id, resource)),
  );
  const choose = useStable((chosen: string) => act(() => chooseAudience(course.id, chosen)));

  // What the reader looks for first is painted first; the rest follows in the frame after it.
  const [whole, setWhole] = useState(false);
  useEffect(() => setWhole(tab !== undefined), [tab !== undefined]);

  if (!shown) return null;
  const audience = audienceOf(course, progress.audience);
  const here = match?.reason === 'within' ? undefined : match?.resource;
  const unseen = !access && !shown.address;

  return (
    <>
      <Header
        course={course}
        audience={audience}
        section={match?.section}
        completed={progress.completed}
        disabled={!ready}
        onChooseAudience={choose}
      />
      <main>
        <NoticesOnDemand
          unseen={unseen}
          unread={shown.unread}
          {...told}
          instead={progress.instead}
          setAside={progress.setAside}
          onForgetRestored={forgetRestored}
          onGiveAccess={() => void askForAccess(siteMatches)}
          onReload={() => void reloadTab(shown.tab.id)}
        />
        <YouAreHere
          course={course}
          match={match}
          kind={shown.address ? (shown.news?.kind ?? 'content') : unseen ? 'unseen' : undefined}
          lastPlace={lastPlace.current ?? lastVisited}
          onOpen={open}
        />
        <Objectives
          audience={audience}
          section={match?.section}
          completed={progress.completed}
          disabled={!ready}
          onTick={tick}
        />
        {whole && match?.section && (
          <Resources
            course={course}
            section={match.section}
            audience={audience}
            here={here}
            visited={progress.visited}
            onOpen={open}
            onMark={ready ? mark : undefined}
          />
        )}
        {whole && (
          <>
            <Programs
              course={course}
              here={here}
              visited={progress.visited}
              onOpen={open}
              onMark={ready ? mark : undefined}
            />
            <CourseSections
              course={course}
              audience={audience}
              section={match?.section}
              completed={progress.completed}
              visited={progress.visited}
              onOpen={open}
            />
          </>
        )}
      </main>
    </>
  );
}
