import { useRef, useState } from 'preact/hooks';
import { knownCourses } from '../catalog/course-index.ts';
import { saveCurrentCourse } from '../catalog/current-course.ts';
import type { Course, Resource } from '../courses/course.ts';
import { audienceOf } from '../courses/status.ts';
import { requestAccess } from '../platform/access.ts';
import type { LinkDisposition } from '../platform/open-link.ts';
import { pageOf } from '../sites/address.ts';
import { addressOf } from '../sites/index.ts';
import { siteMatches } from '../sites/matches.ts';
import { Header } from './course/Header.tsx';
import type { LostQuote } from './course/Notices.tsx';
import { NoticesOnDemand } from './course/NoticesOnDemand.tsx';
import { Objectives } from './course/Objectives.tsx';
import { PageTrouble } from './course/PageTrouble.tsx';
import { YouAreHere } from './course/YouAreHere.tsx';
import type { CourseNotes } from './notes/note.ts';
import { useAccess } from './state/use-access.ts';
import { useHeld } from './state/use-held.ts';
import { useLanding } from './state/use-landing.ts';
import { usePlace } from './state/use-place.ts';
import { useProgress } from './state/use-progress.ts';
import { useResume } from './state/use-resume.ts';
import { useSheet } from './state/use-sheet.ts';
import { useShownPage } from './state/use-shown-page.ts';
import { Announcer } from './ui/Announcer.tsx';
import { onDemand } from './ui/on-demand.tsx';
import { useStable } from './ui/use-event.ts';

// What the reader looks for first is painted first. The lists begin to load with the panel, and follow in the frame after it.
const below = import('./course/BelowObjectives.tsx');
const BelowObjectives = onDemand(async () => (await below).BelowObjectives);
const Beside = onDemand(async () => (await import('./Beside.tsx')).Beside);
const FollowPage = onDemand(async () => (await import('./follow/FollowPage.tsx')).FollowPage);
const Sheets = onDemand(async () => (await import('./Sheets.tsx')).Sheets);
const Welcome = onDemand(async () => (await import('./course/Welcome.tsx')).Welcome);
const opening = () => import('../platform/open-link.ts');

/** The panel: what the shown page is in the course, and what the reader has done in it. */
export function App() {
  const now = useShownPage();
  const sheet = useSheet();
  const shown = useHeld(now, sheet.name !== undefined);
  const access = useAccess();
  const { course, match, others, settled, unused, choose: chooseCourse, setOpened } = usePlace(shown);
  const state = useProgress(course.id);
  const { progress, ready, act, dismissRestored, ...told } = state;
  const openedLink = useLanding(now);

  const resume = useResume(shown, match, course, progress);
  const [notes, setNotes] = useState<CourseNotes>();
  const [lostQuote, setLostQuote] = useState<LostQuote>();

  const tab = now?.tab.id;
  const lastOpened = useRef<string>(undefined);
  const open = useStable(
    async (address: string, where: LinkDisposition, resource?: Resource, of: Course = course) => {
      if (tab === undefined) return;
      lastOpened.current = address;
      const opened = await (await opening()).openLink(address, tab, where);
      openedLink(opened, of, resource);
      if (!resource) return;
      if (addressOf(resource.address)) return;
      // A page elsewhere cannot be seen from here: it counts when it is opened.
      act(({ recordVisit }) => recordVisit(of.id, resource.id, true));
      if (where === 'here') setOpened(address);
    },
  );
  const tick = useStable((objective: string, value: boolean) =>
    act(({ setCompletion }) => setCompletion(course.id, objective, value)),
  );
  const mark = useStable((resource: string, value: boolean) =>
    act(({ markVisited, unmarkVisited }) => (value ? markVisited : unmarkVisited)(course.id, resource)),
  );
  const choose = useStable((chosen: string, of: Course = course) =>
    act(({ chooseAudience }) => chooseAudience(of.id, chosen)),
  );
  const switchTo = useStable((chosen: string) => {
    chooseCourse(chosen);
    act(() => saveCurrentCourse(chosen));
  });
  const takeBack = useStable((resource: Resource) =>
    act(async () => {
      const { refuseMove } = await import('../progress/moves.ts');
      await refuseMove(course.id, resource.id, pageOf(resource.address));
    }),
  );

  if (!now || !shown || !settled) return null;
  const audience = audienceOf(course, progress.audience);
  const nothing = !progress.audience && progress.completed.size + progress.visited.size === 0;
  const isNew = ready && unused && nothing;
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
        onSheet={sheet.open}
      />
      {sheet.name && (
        <Sheets
          name={sheet.name}
          note={sheet.note}
          shown={now}
          match={match}
          completed={progress.completed}
          notes={notes}
          onAct={act}
          course={course}
          audience={audience}
          section={match?.section}
          writable={ready}
          onOpen={open}
          onChooseCourse={switchTo}
          onChooseAudience={choose}
          onSheet={sheet.open}
          onClose={sheet.close}
        />
      )}
      <main>
        <NoticesOnDemand
          unseen={unseen}
          unread={shown.unread}
          lostQuote={lostQuote}
          {...told}
          fallbackReason={progress.fallbackReason}
          quarantined={progress.quarantined}
          onForgetRestored={dismissRestored}
          onGiveAccess={() => requestAccess(siteMatches)}
          onReload={async () => (await opening()).reloadTab(shown.tab.id)}
        />
        <YouAreHere
          page={shown.address && pageOf(shown.address)}
          course={course}
          match={match}
          kind={shown.address ? (shown.news?.kind ?? 'content') : unseen ? 'unseen' : undefined}
          lastPlace={resume}
          visited={progress.visited}
          others={others}
          onOpen={open}
          onChooseCourse={switchTo}
        >
          <PageTrouble shown={shown} match={match} opened={lastOpened.current} onOpen={open} />
          <FollowPage shown={shown} inCourse={match !== undefined} onChooseCourse={chooseCourse} />
        </YouAreHere>
        {isNew && <Welcome course={course} onChooseAudience={choose} />}
        <Objectives
          course={course}
          audience={audience}
          section={match?.section}
          completed={progress.completed}
          visited={progress.visited}
          disabled={!ready}
          notes={notes}
          onTick={tick}
        />
        <BelowObjectives
          course={course}
          courses={knownCourses()}
          audience={audience}
          match={match}
          completed={progress.completed}
          visited={progress.visited}
          onOpen={open}
          disabled={!ready}
          onTick={tick}
          notes={notes}
          onMark={ready ? mark : undefined}
          onTakeBack={takeBack}
          onChooseCourse={switchTo}
          onSheet={sheet.open}
        />
      </main>
      <Announcer match={match} />
      <Beside
        shown={now}
        held={shown}
        match={match}
        course={course.id}
        state={state}
        onSheet={sheet.open}
        onNotes={setNotes}
        onLostQuote={setLostQuote}
      />
    </>
  );
}
