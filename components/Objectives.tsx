import { i18n } from '#i18n';
import type { Audience, Course, Objective, Section } from '../courses/course.ts';
import { isReady, objectivesBySection } from '../courses/standing.ts';
import type { Noting } from './notes/note.ts';
import { onDemand } from './on-demand.tsx';
import { Region } from './Region.tsx';
import { unlessChanged } from './unless-changed.tsx';

const NoteButton = onDemand(async () => (await import('./notes/NoteButton.tsx')).NoteButton);
const NoteList = onDemand(async () => (await import('./notes/NoteList.tsx')).NoteList);

interface Props {
  course: Course;
  audience: Audience;
  section: Section | undefined;
  completed: ReadonlySet<string>;
  visited: ReadonlySet<string>;
  /** Progress cannot be read, so nothing can be ticked. */
  disabled: boolean;
  /** Not there before it has loaded. */
  noting: Noting | undefined;
  onTick: (objective: string, value: boolean) => void;
}

/** The objectives of the audience: those that the shown section serves first. */
export const Objectives = unlessChanged(
  ({ course, audience, section, completed, visited, disabled, noting, onTick }: Props) => {
    const { here, rest } = objectivesBySection(audience, section);
    const list = (title: string, objectives: Objective[]) =>
      objectives.length > 0 && (
        <>
          <h3>{title}</h3>
          <ul class="objectives">
            {objectives.map((objective) => {
              const { id, text } = objective;
              const ready = !completed.has(id) && isReady(course, objective, visited);
              return (
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
                  <NoteButton kind="objective" id={id} title={text} noting={noting} />
                  {ready && <p class="quiet ready">{i18n.t('objectives.ready')}</p>}
                  <NoteList kind="objective" id={id} noting={noting} />
                </li>
              );
            })}
          </ul>
        </>
      );
    return (
      <Region title={i18n.t('objectives.title')}>
        {list(i18n.t('objectives.here'), here)}
        {list(i18n.t(here.length > 0 ? 'objectives.rest' : 'objectives.all'), rest)}
      </Region>
    );
  },
);
