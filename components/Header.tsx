import { i18n } from '#i18n';
import type { Audience, Course, Section } from '../courses/course.ts';
import { objectivesBySection, tallyObjectives } from '../courses/standing.ts';

interface Props {
  course: Course;
  audience: Audience;
  /** The section that the shown page belongs to. */
  section: Section | undefined;
  completed: ReadonlySet<string>;
  onChooseAudience: (id: string) => void;
}

/** The course's title, the reader's audience, and how far they are: in numbers, and as the trail of its sections. */
export function Header({ course, audience, section, completed, onChooseAudience }: Props) {
  const { done, total } = tallyObjectives(audience.objectives, completed);
  const markOf = (candidate: Section) => {
    const { here } = objectivesBySection(audience, candidate);
    const tally = tallyObjectives(here, completed);
    const finished = tally.total > 0 && tally.done === tally.total;
    return `${candidate === section ? 'here' : ''} ${finished ? 'done' : ''}`;
  };
  return (
    <header>
      <h1>{course.title}</h1>
      <div class="standing">
        <select
          aria-label={i18n.t('audience')}
          value={audience.id}
          onChange={(event) => onChooseAudience(event.currentTarget.value)}
        >
          {course.audiences.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
        <ol class="trail" aria-hidden="true">
          {course.sections.map((candidate) => (
            <li key={candidate.id} class={markOf(candidate)} />
          ))}
        </ol>
        <span class="count" role="img" aria-label={i18n.t('objectivesTotal', [done, total])}>
          {i18n.t('progressTotal', [done, total])}
        </span>
      </div>
    </header>
  );
}
