import { useRef, useState } from 'preact/hooks';
import { Header } from '../../components/Header.tsx';
import { Objectives } from '../../components/Objectives.tsx';
import { onDemand } from '../../components/on-demand.tsx';
import { YouAreHere } from '../../components/YouAreHere.tsx';
import { type Resource, resourcesOf } from '../../courses/course.ts';
import { audienceOf, type Place } from '../../courses/standing.ts';
import { askForAccess } from '../../platform/access.ts';
import { openLink, reloadTab, type Where } from '../../platform/shown-tab.ts';
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

// What the reader looks for first is painted first. The lists begin to load with the panel, and follow in the frame after it.
const lists = import('../../components/CourseLists.tsx');
const CourseLists = onDemand(async () => (await lists).CourseLists);
const HandbookFind = onDemand(async () => (await import('./HandbookFind.tsx')).HandbookFind);

/** The panel: what the shown page is in the course, and what the reader has done in it. */
export function App() {
  const shown = useShownPage();
  const access = useAccess();
  const { course, match, others, settled, choose: chooseCourse, setOpened } = usePlace(shown);
  const { progress, ready, act, forgetRestored, ...told } = useProgress(course.id);
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
  const actHere: typeof act = (action) =>
    act(async (actions) => {
      await action(actions);
      await keepCurrentCourse(course.id);
    });
  const open = useStable(async (address: string, where: Where, resource?: Resource) => {
    if (tab === undefined) return;
    lastOpened.current = address;
    const opened = await openLink(address, tab, where);
    openedLink(opened, course, resource);
    if (!resource) return;
    if (addressOf(resource.address)) return;
    // A page elsewhere cannot be seen from here: it counts when it is opened.
    actHere(({ recordVisit }) => recordVisit(course.id, resource.id));
    if (where === 'here') setOpened(address);
  });
  const tick = useStable((objective: string, value: boolean) =>
    actHere(({ setCompletion }) => setCompletion(course.id, objective, value)),
  );
  const mark = useStable((resource: string, value: boolean) =>
    actHere(({ markVisited, unmarkVisited }) => (value ? markVisited : unmarkVisited)(course.id, resource)),
  );
  const choose = useStable((chosen: string) =>
    actHere(({ chooseAudience }) => chooseAudience(course.id, chosen)),
  );
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

  if (!shown || !settled) return null;
  const audience = audienceOf(course, progress.audience);
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
        <CourseLists
          course={course}
          courses={knownCourses()}
          audience={audience}
          match={match}
          completed={progress.completed}
          visited={progress.visited}
          onOpen={open}
          onMark={ready ? mark : undefined}
          onTakeBack={takeBack}
          onChooseCourse={switchTo}
        />
      </main>
    </>
  );
}
