import { catalog } from '../state/catalog.ts';
import { course, match } from '../state/current.ts';
import { notes } from '../state/notes.ts';
import { audience, isReady, progress } from '../state/progress.ts';
import { mark, open, switchTo, takeBackMove, tick } from '../state/reader-actions.ts';
import { openSheet } from '../state/view.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { CourseLists } from './CourseLists.tsx';

const Reached = onDemand(async () => (await import('../badge/Reached.tsx')).Reached);

/** What stands below the objectives: that all are reached, once they are, and what the course holds. */
export function BelowObjectives() {
  const { completed, visited } = progress.value;
  const { objectives } = audience.value;
  const isReached = objectives.length > 0 && objectives.every(({ id }) => completed.has(id));
  return (
    <>
      {isReached && (
        <Reached
          course={course.value}
          audience={audience.value}
          onMake={(button) => openSheet('badge', button)}
        />
      )}
      <CourseLists
        course={course.value}
        courses={catalog.value.courses}
        audience={audience.value}
        match={match.value}
        completed={completed}
        visited={visited}
        disabled={!isReady.value}
        notes={notes.value}
        onOpen={open}
        onTick={tick}
        onMark={isReady.value ? mark : undefined}
        onTakeBack={takeBackMove}
        onChooseCourse={switchTo}
        onSheet={openSheet}
      />
    </>
  );
}
