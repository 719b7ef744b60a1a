import { i18n } from '#i18n';
import type { Section } from '../../courses/course.ts';
import { isDone, tallySection } from '../../courses/status.ts';
import { browse, course as shownCourse, section as shownSection } from '../state/current.ts';
import { audience, isFilled, progress } from '../state/progress.ts';
import { width } from '../state/width.ts';

/** The smallest target for a pointer, in CSS pixels, and the panel's margins left and right of the bar. */
const TARGET = 24;
const MARGINS = 24;
/** With more sections their segments would be too narrow to be told apart. */
const MOST = 40;

interface SegmentProps {
  section: Section;
  number: number;
  done: number;
  total: number;
}

const percent = (done: number, total: number) => (total === 0 ? 0 : Math.round((100 * done) / total));

function Fill({ done, total }: Pick<SegmentProps, 'done' | 'total'>) {
  return <progress aria-hidden="true" max={100} value={percent(done, total)} />;
}

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
  const finished = segments.filter(isDone).length;
  const label = i18n.t('bar.summary', [finished, sections.length]);
  if (sections.length > MOST) {
    return (
      <div class="bar narrow" role="img" aria-label={isFilled.value ? label : undefined}>
        <span>
          <Fill done={isFilled.value ? finished : 0} total={sections.length} />
        </span>
      </div>
    );
  }
  const isCurrent = (section: Section) => (section === shown ? 'current' : '');
  const isNarrow = (width.value - MARGINS) / sections.length < TARGET;
  if (isNarrow || !isFilled.value)
    return (
      <div
        class={isNarrow ? 'bar narrow' : 'bar'}
        role="img"
        aria-label={isFilled.value ? label : undefined}
        aria-hidden={!isFilled.value || undefined}
      >
        {segments.map(({ section, done, total }) => (
          <span key={section.id} class={isCurrent(section)}>
            <Fill done={isFilled.value ? done : 0} total={total} />
          </span>
        ))}
      </div>
    );
  return (
    <nav class="bar" aria-label={i18n.t('bar.title')}>
      {segments.map(({ section, number, done, total, of }) => (
        <button
          key={section.id}
          type="button"
          class={isCurrent(section)}
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
