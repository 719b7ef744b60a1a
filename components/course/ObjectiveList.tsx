import { i18n } from '#i18n';
import type { CourseNotes } from '../notes/note.ts';
import { onDemand } from '../ui/on-demand.tsx';

const NoteButton = onDemand(async () => (await import('../notes/NoteList.tsx')).NoteButton);
const NoteList = onDemand(async () => (await import('../notes/NoteList.tsx')).NoteList);

/** What can be done with the objectives of a list. */
export interface ObjectiveActions {
  completed: ReadonlySet<string>;
  /** Progress cannot be read, so nothing can be ticked. */
  disabled: boolean;
  /** Not there before it has loaded. */
  notes: CourseNotes | undefined;
  onTick: (objective: string, value: boolean) => void;
}

interface Props extends ObjectiveActions {
  objectives: readonly { id: string; text: string }[];
  /** Whether all that serves an objective was visited. */
  isReady?: (id: string) => boolean;
}

/** Objectives, each with its box and its notes. */
export function ObjectiveList({ objectives, isReady, completed, disabled, notes, onTick }: Props) {
  return (
    <ul class="objectives">
      {objectives.map(({ id, text }) => (
        <li key={id}>
          <label>
            <input
              type="checkbox"
              name={id}
              checked={completed.has(id)}
              disabled={disabled}
              onClick={(event) => {
                // The browser would show the tick before it is kept. It shows when the database has it.
                event.preventDefault();
                onTick(id, !completed.has(id));
              }}
            />
            <span>{text}</span>
          </label>
          <NoteButton kind="objective" id={id} title={text} notes={notes} />
          {!completed.has(id) && isReady?.(id) && <p class="quiet ready">{i18n.t('objectives.ready')}</p>}
          <NoteList kind="objective" id={id} notes={notes} />
        </li>
      ))}
    </ul>
  );
}
