import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Section } from '../../courses/course.ts';
import { tallySection } from '../../courses/status.ts';
import { browse, course, section as shownSection } from '../state/current.ts';
import { audience, progress } from '../state/progress.ts';
import { Region } from '../ui/Region.tsx';
import { ResourceItem, Videos } from './ResourceItem.tsx';

/** Shows a section in the panel. Its button is out of sight then, so the title gets the focus. */
function show(section: Section): void {
  browse(section);
  scrollTo(0, 0);
  const title = document.querySelector<HTMLElement>('header h1');
  if (!title) return;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}

/** A section: a button that shows it in the panel, and one that unfolds its resources in place. */
function Entry({ section }: { section: Section }) {
  const [isOpen, setOpen] = useState(false);
  const { title, resources, videos = [] } = section;
  const { done, total, of } = tallySection(section, audience.value, progress.value);
  const isShown = section === shownSection.value;
  return (
    <li class={isShown ? 'current' : ''}>
      <div class="entry">
        <button type="button" aria-current={isShown ? 'true' : undefined} onClick={() => show(section)}>
          <span dir="auto">{title}</span>{' '}
          {total > 0 && (
            <span class="quiet">
              {i18n.t(of === 'resources' ? 'header.read' : 'header.ticked', [done, total])}
            </span>
          )}
        </button>
        {resources.length + videos.length > 0 && (
          <button
            type="button"
            class="tool unfold"
            aria-expanded={isOpen}
            aria-label={i18n.t('course.unfold', [title])}
            title={i18n.t('course.unfold', [title])}
            onClick={() => setOpen(!isOpen)}
          />
        )}
      </div>
      {isOpen && (
        <>
          <ul class="resources">
            {resources.map((resource) => (
              <ResourceItem key={resource.id} resource={resource} />
            ))}
          </ul>
          <Videos videos={videos} />
        </>
      )}
    </li>
  );
}

/** How a title begins that has a number of its own: `1. Welcome`, `2) Tools`. */
const NUMBERED = /^\d+[.):]\s/;

/** All sections of the course, with how much of each is done, numbered unless their titles are. */
export function Sections() {
  const { sections } = course.value;
  const isNumbered = sections.some(({ title }) => NUMBERED.test(title));
  return (
    <ol class={isNumbered ? 'sections' : 'sections counted'}>
      {sections.map((section) => (
        <Entry key={section.id} section={section} />
      ))}
    </ol>
  );
}

/** The sections as the panel's main list, where the page is in none of them. */
export function SectionList() {
  return (
    <Region title={i18n.t('course.sections')}>
      <Sections />
    </Region>
  );
}
