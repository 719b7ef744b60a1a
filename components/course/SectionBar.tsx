import { i18n } from '#i18n';
import { tallySection } from '../../courses/status.ts';
import { browse, course as shownCourse, section as shownSection } from '../state/current.ts';
import { audience, isFilled, progress } from '../state/progress.ts';
import { width } from '../state/width.ts';
import { Fill, finishedOf, MOST_SEGMENTS, ProgressBar } from '../ui/ProgressBar.tsx';

/** The smallest target for a pointer, in CSS pixels, and the panel's margins left and right of the bar. */
const TARGET = 24;
const MARGINS = 24;

/** Whether the segments of so many sections are too narrow for a pointer. */
export const isNarrowFor = (sections: number) => (width.value - MARGINS) / sections < TARGET;

/** The sections of the course, one segment each, filled by how much of it is read. The shown one is outlined. */
export function SectionBar() {
  const course = shownCourse.value;
  const shown = shownSection.value;
  const { sections } = course;
  const segments = sections.map((section, at) => ({
    section,
    number: at + 1,
    ...tallySection(section, audience.value, progress.value),
  }));
  const isNarrow = isNarrowFor(sections.length);
  if (isNarrow || sections.length > MOST_SEGMENTS || !isFilled.value)
    return (
      <ProgressBar
        parts={isFilled.value ? segments : sections.map(() => ({ done: 0, total: 0 }))}
        current={shown ? sections.indexOf(shown) : -1}
        label={isFilled.value ? i18n.t('bar.summary', [finishedOf(segments), sections.length]) : undefined}
        isNarrow={isNarrow}
      />
    );
  return (
    <nav class="bar" aria-label={i18n.t('bar.title')}>
      {segments.map(({ section, number, done, total, of }) => (
        <button
          key={section.id}
          type="button"
          class={section === shown ? 'current' : ''}
          title={section.title}
          aria-current={section === shown ? 'true' : undefined}
          aria-label={i18n.t(of === 'resources' ? 'bar.section' : 'bar.objectives', [
            number,
            section.title,
            done,
            total,
          ])}
          onClick={() => {
            browse(section);
            scrollTo(0, 0);
          }}
        >
          <Fill done={done} total={total} />
        </button>
      ))}
    </nav>
  );
}
