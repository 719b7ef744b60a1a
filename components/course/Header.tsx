import { i18n } from '#i18n';
import type { Audience, Course, Section } from '../../courses/course.ts';
import { objectivesBySection, tallyObjectives } from '../../courses/status.ts';
import { unlessChanged } from '../ui/memo.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';
import { AudienceSelect } from './AudienceSelect.tsx';

interface Props {
  course: Course;
  audience: Audience;
  /** The section that the shown page belongs to. */
  section: Section | undefined;
  completed: ReadonlySet<string>;
  /** Progress cannot be read, so nothing can be chosen. */
  disabled: boolean;
  onChooseAudience: (id: string) => void;
  /** The reader wants to see a view, from this button. */
  onSheet: (name: 'find' | 'settings', button: HTMLElement) => void;
}

/** The course's title, the reader's audience, and how far they are: in numbers, and as the trail of its sections. */
export const Header = unlessChanged(
  ({ course, audience, section, completed, disabled, onChooseAudience, onSheet }: Props) => {
    const { done, total } = tallyObjectives(audience.objectives, completed);
    const markOf = (candidate: Section) => {
      const { here } = objectivesBySection(audience, candidate);
      const tally = tallyObjectives(here, completed);
      const finished = tally.total > 0 && tally.done === tally.total;
      return `${candidate === section ? 'here' : ''} ${finished ? 'done' : ''}`;
    };
    return (
      <header>
        <div class="title">
          <h1>{course.title}</h1>
          <ToolButton
            title={i18n.t('find.title')}
            sign="M10.4 10.4a4.8 4.8 0 1 1 .1-.1L14 14"
            opens
            onClick={(button) => onSheet('find', button)}
          />
          <ToolButton
            title={i18n.t('settings.title')}
            sign="M2.5 4h11M2.5 8h11M2.5 12h11"
            opens
            onClick={(button) => onSheet('settings', button)}
          />
        </div>
        <div class="standing">
          <AudienceSelect
            course={course}
            audience={audience}
            name={i18n.t('audience')}
            disabled={disabled}
            onChoose={onChooseAudience}
          />
          <ol class="trail" aria-hidden="true">
            {course.sections.map((candidate) => (
              <li key={candidate.id} class={markOf(candidate)} />
            ))}
          </ol>
          {total > 0 && <span class="count">{i18n.t('course.objectives', [done, total])}</span>}
        </div>
      </header>
    );
  },
);
