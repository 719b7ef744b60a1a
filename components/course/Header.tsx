import { i18n } from '#i18n';
import type { Section } from '../../courses/course.ts';
import { objectivesBySection, tallyObjectives } from '../../courses/status.ts';
import { course as shownCourse, section as shownSection } from '../state/current.ts';
import { audience as chosenAudience, isReady, progress } from '../state/progress.ts';
import { chooseAudience } from '../state/reader-actions.ts';
import { openSheet } from '../state/view.ts';
import { ToolButton } from '../ui/ToolButton.tsx';
import { AudienceSelect } from './AudienceSelect.tsx';

/** The course's title, the reader's audience, and how far they are: in numbers, and as the trail of its sections. */
export function Header() {
  const course = shownCourse.value;
  const section = shownSection.value;
  const audience = chosenAudience.value;
  const { completed } = progress.value;
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
          onClick={(button) => openSheet('search', button)}
        />
        <ToolButton
          title={i18n.t('settings.title')}
          sign="M2.5 4h11M2.5 8h11M2.5 12h11"
          opens
          onClick={(button) => openSheet('settings', button)}
        />
      </div>
      <div class="standing">
        <AudienceSelect
          course={course}
          audience={audience}
          name={i18n.t('audience')}
          disabled={!isReady.value}
          onChoose={chooseAudience}
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
}
