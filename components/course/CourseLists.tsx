import type { ComponentProps } from 'preact';
import { catalog } from '../state/catalog.ts';
import { course, match, section } from '../state/current.ts';
import { notes } from '../state/notes.ts';
import { audience, isReady, progress } from '../state/progress.ts';
import { mark, open, switchTo, tick, undoMove } from '../state/reader-actions.ts';
import { openSheet } from '../state/view.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { CourseSections } from './CourseSections.tsx';
import { Earlier } from './Earlier.tsx';
import { Programs } from './Programs.tsx';
import { Resources } from './Resources.tsx';

const OtherNotes = onDemand(async () => (await import('../notes/OtherNotes.tsx')).OtherNotes);
const Reached = onDemand(async () => (await import('../badge/Reached.tsx')).Reached);

/** That all objectives of the audience are reached, once they are. */
function AllReached(props: Pick<ComponentProps<typeof CourseSections>, 'course' | 'audience' | 'completed'>) {
  const { objectives } = props.audience;
  if (objectives.length === 0 || !objectives.every(({ id }) => props.completed.has(id))) return null;
  return (
    <Reached
      course={props.course}
      audience={props.audience}
      onMake={(button) => openSheet('badge', button)}
    />
  );
}

/** What stands below the objectives: the section's resources, the programs, all sections. */
export function CourseLists() {
  const { completed, visited } = progress.value;
  const of = course.value;
  const shown = { course: of, audience: audience.value };
  const actions = {
    notes: notes.value,
    onOpen: open,
    onMark: isReady.value ? mark : undefined,
    onTakeBack: undoMove,
  };
  const here = match.value?.reason === 'within' ? undefined : match.value?.resource;
  return (
    <>
      <AllReached {...shown} completed={completed} />
      {section.value && (
        <Resources {...shown} section={section.value} here={here} visited={visited} {...actions} />
      )}
      <Programs course={of} here={here} visited={visited} {...actions} />
      <Earlier
        course={of}
        completed={completed}
        visited={visited}
        disabled={!isReady.value}
        onTick={tick}
        {...actions}
      />
      {notes.value && (notes.value.all.length > 0 || notes.value.deleted) && (
        <OtherNotes {...shown} section={section.value} notes={notes.value} />
      )}
      <CourseSections
        {...shown}
        completed={completed}
        visited={visited}
        courses={catalog.value.courses}
        section={section.value}
        onOpen={open}
        onChooseCourse={switchTo}
        onSheet={openSheet}
      />
    </>
  );
}
