import { useEffect, useRef, useState } from 'preact/hooks';
import { CourseSections } from '../../components/CourseSections.tsx';
import { Header } from '../../components/Header.tsx';
import { Objectives } from '../../components/Objectives.tsx';
import { onDemand } from '../../components/on-demand.tsx';
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
import { pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import { siteMatches } from '../../sites/matches.ts';
import { knownCourses } from './course-index.ts';
import { keepCurrentCourse } from './current-course.ts';
import { NoticesOnDemand } from './NoticesOnDemand.tsx';
import { PageTrouble } from './PageTrouble.tsx';
import { useAccess } from './use-access.ts';
import { useLanding } from './use-landing.ts';
import { usePlace } from './use-place.ts';
import { useProgress } from './use-progress.ts';
import { useShownPage } from './use-shown-page.ts';
import { useStable } from './use-stable.ts';
import { useVisit } from './use-visit.ts';

const HandbookFind = onDemand(async () => (await import('./HandbookFind.tsx')).HandbookFind);

/** The panel: what the shown page is in the course, and what the reader has done in it. */
export function App() {
  const shown = useShownPage();
  const access = useAccess();
  const { course, match, others, settled, choose: chooseCourse, setOpened } = usePlace(shown);
  const { progress, ready, unreadable, unsaved, restored, forgetRestored, act } = useProgress(course.id);
  const openedLink = useLanding(shown);
  useVisit(shown, match);

  // Where the reader was in the course: in this panel, else at the last visit that is on record.
  const lastPlace = useRef<Place>(undefined);
  if (match?.section && shown?.tab.url && shown.news?.kind === 'content') {
    lastPlace.current = { title: (match.resource ?? match.section).title, address: shown.tab.url };
  }
  const lastVisited = resourcesOf(course).find(({ id }) => id === progress.lastVisit?.resource);

  const tab = shown?.tab.id;
  const lastOpened = useRef<string>(undefined);
  /** Runs an action of the reader in the shown course, which is then the one that they are busy with. */
  const actHere = (action: () => Promise<void>) =>
    act(async () => {
      await action();
      await keepCurrentCourse(course.id);
    });
  const open = useStable(async (address: string, where: Where, resource?: Resource) => {
    if (tab === undefined) return;
    lastOpened.current = address;
    const opened = await openLink(address, tab, where);
    if (!resource) return;
    openedLink(course, resource, opened);
    if (addressOf(resource.address)) return;
    // A page elsewhere cannot be seen from here: it counts when it is opened.
    actHere(() => recordVisit(course.id, resource.id));
    if (where === 'here') setOpened(address);
  });
  const tick = useStable((objective: string, value: boolean) =>
    actHere(() => setCompletion(course.id, objective, value)),
  );
  const mark = useStable((resource: string, value: boolean) =>
    actHere(() => (value ? markVisited : unmarkVisited)(course.id, resource)),
  );
  const choose = useStable((chosen: string) => actHere(() => chooseAudience(course.id, chosen)));
  const switchTo = useStable((chosen: string) => {
    chooseCourse(chosen);
    act(() => keepCurrentCourse(chosen));
  });
  const takeBack = useStable((resource: Resource) =>
    act(async () => {
      const { refuseMove } = await import('../../progress/moves.ts');
      await refuseMove(course.id, resource.id, pageOf(resource.address));
    }),
  );

  // The button that wants to find something.
  const [finding, setFinding] = useState<HTMLElement>();

  // What the reader looks for first is painted first; the rest follows in the frame after it.
  const [whole, setWhole] = useState(false);
  useEffect(() => setWhole(tab !== undefined), [tab !== undefined]);

  if (!shown || !settled) return null;
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
        onFind={setFinding}
      />
      {finding && <HandbookFind from={finding} onOpen={open} onClose={setFinding} />}
      <main>
        <NoticesOnDemand
          unseen={unseen}
          unread={shown.unread}
          unreadable={unreadable}
          unsaved={unsaved}
          instead={progress.instead}
          restored={restored}
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
          others={others}
          onOpen={open}
          onChooseCourse={switchTo}
        >
          <PageTrouble shown={shown} match={match} opened={lastOpened.current} onOpen={open} />
        </YouAreHere>
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
            onTakeBack={takeBack}
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
              onTakeBack={takeBack}
            />
            <CourseSections
              course={course}
              audience={audience}
              section={match?.section}
              completed={progress.completed}
              visited={progress.visited}
              courses={knownCourses()}
              onOpen={open}
              onChooseCourse={switchTo}
            />
          </>
        )}
      </main>
    </>
  );
}
