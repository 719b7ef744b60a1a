import { Header } from './course/Header.tsx';
import { NoticesOnDemand } from './course/NoticesOnDemand.tsx';
import { Objectives } from './course/Objectives.tsx';
import { PageTrouble } from './course/PageTrouble.tsx';
import { YouAreHere } from './course/YouAreHere.tsx';
import { catalog } from './state/catalog.ts';
import { chooseCourse, isSettled, match, shown } from './state/current.ts';
import { isNew } from './state/progress.ts';
import { sheet } from './state/view.ts';
import { Announcer } from './ui/Announcer.tsx';
import { onDemand } from './ui/on-demand.tsx';

// What the reader looks for first is painted first. The lists begin to load with the panel, and follow in the frame after it.
const lists = import('./course/CourseLists.tsx');
const CourseLists = onDemand(async () => (await lists).CourseLists);
const FollowPage = onDemand(async () => (await import('./follow/FollowPage.tsx')).FollowPage);
const Sheets = onDemand(async () => (await import('./Sheets.tsx')).Sheets);
const Welcome = onDemand(async () => (await import('./course/Welcome.tsx')).Welcome);

/** The shown page as a course. What it says depends on the courses that the reader has, too. */
function Following() {
  return (
    shown.value &&
    catalog.value && (
      <FollowPage shown={shown.value} inCourse={match.value !== undefined} onChooseCourse={chooseCourse} />
    )
  );
}

/** The panel: what the shown page is in the course, and what the reader has done in it. */
export function App() {
  if (!isSettled.value) return null;
  return (
    <>
      <Header />
      {sheet.value && <Sheets />}
      <main>
        <NoticesOnDemand />
        <YouAreHere>
          <PageTrouble />
          <Following />
        </YouAreHere>
        {isNew.value && <Welcome />}
        <Objectives />
        <CourseLists />
      </main>
      <Announcer match={match.value} />
    </>
  );
}
