import { i18n } from '#i18n';
import { NoteButton, NoteList } from '../notes/NoteList.tsx';
import { notes } from '../state/notes.ts';
import { isReady as canTick, progress } from '../state/progress.ts';
import { tick } from '../state/reader-actions.ts';

interface Props {
  objectives: readonly { id: string; text: string }[];
  /** Whether all resources that serve an objective were read. */
  isReady?: (id: string) => boolean;
}

/** Objectives, each with its box and its notes. */
export function ObjectiveList({ objectives, isReady }: Props) {
  const { completed } = progress.value;
  return (
    <ul class="objectives">
      {objectives.map(({ id, text }) => (
        <li key={id}>
          <label>
            <input
              type="checkbox"
              name={id}
              checked={completed.has(id)}
              disabled={!canTick.value}
              onClick={(event) => {
                // The browser would show the tick before it is saved. It shows when the database has it.
                event.preventDefault();
                tick(id, !completed.has(id));
              }}
            />
            <span dir="auto">{text}</span>
          </label>
          <NoteButton kind="objective" id={id} title={text} notes={notes.value} />
          {!completed.has(id) && isReady?.(id) && <p class="quiet ready">{i18n.t('objectives.ready')}</p>}
          <NoteList kind="objective" id={id} />
        </li>
      ))}
    </ul>
  );
}
