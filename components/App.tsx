import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Attention, needsAttention } from './course/Attention.tsx';
import { Folds } from './course/Folds.tsx';
import { Footer } from './course/Footer.tsx';
import { Header } from './course/Header.tsx';
import { PageLine } from './course/PageLine.tsx';
import { SectionList } from './course/SectionList.tsx';
import { SectionView } from './course/SectionView.tsx';
import { Welcome } from './course/Welcome.tsx';
import { catalog } from './state/catalog.ts';
import { browsed, chooseCourse, course, isSettled, pageAddress, section, shown } from './state/current.ts';
import { isFilled, isNew } from './state/progress.ts';
import { remembered } from './state/signals.ts';
import { hasUpdate, sheet } from './state/view.ts';
import { Announcer } from './ui/Announcer.tsx';
import { onDemand } from './ui/on-demand.tsx';

const FollowPage = onDemand(async () => (await import('./follow/FollowPage.tsx')).FollowPage);
const Reached = onDemand(async () => (await import('./badge/Reached.tsx')).Reached);
const Sheets = onDemand(async () => (await import('./Sheets.tsx')).Sheets);

/**
 * Whether the panel has had what its first picture needs: where the reader is. Without a section that depends on what they have done.
 * When another course is shown later, the panel and its open views stay.
 */
const isComplete = remembered(
  false,
  (before) => before || (isSettled.value && (section.value !== undefined || isFilled.value)),
);

/** The shown page as a course. What it says depends on the courses that the reader has, too. */
function Following() {
  return (
    shown.value &&
    catalog.value && (
      <FollowPage shown={shown.value} isCovered={needsAttention.value} onChooseCourse={chooseCourse} />
    )
  );
}

/** When something else is shown, shows its beginning and the current resource, wherever the reader had scrolled to. */
function useBeginning(): void {
  const isFirst = useRef(true);
  const place = browsed.value ? '' : pageAddress.value;
  useLayoutEffect(() => {
    const show = () => {
      scrollTo(0, 0);
      document.querySelector('.resource.here')?.scrollIntoView({ block: 'nearest' });
    };
    // What loaded on demand, such as a card, is drawn after this component and before the next picture.
    if (!isFirst.current) queueMicrotask(show);
    isFirst.current = false;
  }, [course.value.id, section.value?.id, place]);
}

/** What needs attention, what to read and tick, and what the reader looks up now and then. */
function Content() {
  useBeginning();
  return (
    <>
      <section aria-label={i18n.t('here.title')} class="here">
        <Attention />
        <PageLine />
        <Following />
        <Reached isCovered={needsAttention.value || hasUpdate.value} />
      </section>
      {section.value && <SectionView section={section.value} />}
      {isNew.value && <Welcome />}
      {!section.value && <SectionList />}
      <Folds />
    </>
  );
}

/** The panel: where the shown page is in the course, what to read and tick there, and what comes next. */
export function App() {
  if (!isSettled.value || !isComplete.value) return null;
  return (
    <>
      <Header />
      {sheet.value && <Sheets />}
      <main>{isFilled.value && <Content />}</main>
      <Footer />
      <Announcer course={course.value} section={section.value} />
    </>
  );
}
