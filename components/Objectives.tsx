import { i18n } from '#i18n';
import type { Audience, Objective, Section } from '../courses/course.ts';
import { objectivesBySection } from '../courses/standing.ts';
import { Region } from './Region.tsx';
import { unlessChanged } from './unless-changed.tsx';

interface Props {
  audience: Audience;
  section: Section | undefined;
  completed: ReadonlySet<string>;
  /** Progress cannot be read, so nothing can be ticked. */
  disabled: boolean;
  onTick: (objective: string, value: boolean) => void;
}

/** The objectives of the audience: those that the shown section serves first. */
export const Objectives = unlessChanged(({ audience, section, completed, disabled, onTick }: Props) => {
  const { here, rest } = objectivesBySection(audience, section);
  const list = (title: string, objectives: Objective[]) =>
    objectives.length > 0 && (
      <>
        <h3>{title}</h3>
        <ul class="objectives">
          {objectives.map(({ id, text }) => (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
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
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <Region title={i18n.t('objectives.title')}>
      {list(i18n.t('objectives.here'), here)}
      {list(i18n.t(here.length > 0 ? 'objectives.rest' : 'objectives.all'), rest)}
    </Region>
  );
});
