import { i18n } from '#i18n';
import { tallyObjectives, tallySection } from '../../courses/status.ts';
import { browse, browsed, course as shownCourse, section as shownSection } from '../state/current.ts';
import { audience, isFilled, progress } from '../state/progress.ts';
import { openSheet } from '../state/view.ts';
import { ToolButton } from '../ui/ToolButton.tsx';
import { useScrollPadding } from '../ui/use-scroll-padding.ts';
import { Menu } from './Menu.tsx';
import { SectionBar } from './SectionBar.tsx';

/** The way back from browsing, between the counts so that nothing moves. */
function BackToPage() {
  if (!browsed.value) return null;
  return (
    <button type="button" class="chip" onClick={() => browse(undefined)}>
      {i18n.t('header.backToPage')}
    </button>
  );
}

/** How far the reader is: in the shown section, or in the whole course. */
function Counts() {
  const course = shownCourse.value;
  const section = shownSection.value;
  if (!section) {
    const ticked = tallyObjectives(audience.value.objectives, progress.value.completed);
    return (
      <div class="counts">
        <span>{i18n.t('library.sections', course.sections.length, [String(course.sections.length)])}</span>
        {ticked.total > 0 && <span>{i18n.t('header.ticked', [ticked.done, ticked.total])}</span>}
      </div>
    );
  }
  const { done, total, of } = tallySection(section, audience.value, progress.value);
  return (
    <div class="counts">
      <span>{i18n.t('here.section', [course.sections.indexOf(section) + 1, course.sections.length])}</span>
      <BackToPage />
      {total > 0 && isFilled.value && (
        <span>{i18n.t(of === 'resources' ? 'header.read' : 'header.ticked', [done, total])}</span>
      )}
    </div>
  );
}

/** Where the reader is: the course, its section, and how far they are in it. Always in sight. */
export function Header() {
  const course = shownCourse.value;
  const section = shownSection.value;
  return (
    <header ref={useScrollPadding('scrollPaddingBlockStart')}>
      <div class="top">
        <button
          type="button"
          class="course-name"
          aria-haspopup="dialog"
          title={i18n.t('header.courses')}
          onClick={({ currentTarget }) => openSheet('library', currentTarget)}
        >
          <span dir="auto">{course.title}</span>
        </button>
        <ToolButton
          title={i18n.t('find.title')}
          sign="M10.4 10.4a4.8 4.8 0 1 1 .1-.1L14 14"
          opens
          onClick={(button) => openSheet('search', button)}
        />
        <Menu />
      </div>
      <h1 dir="auto">{section?.title ?? course.title}</h1>
      <SectionBar />
      <Counts />
    </header>
  );
}
