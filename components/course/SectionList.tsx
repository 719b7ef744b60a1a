import { i18n } from '#i18n';
import { tallySection } from '../../courses/status.ts';
import { browse, course, section as shownSection } from '../state/current.ts';
import { audience, progress } from '../state/progress.ts';
import { Region } from '../ui/Region.tsx';

/** All sections of the course, with how much of each is done. Choosing one shows it in the panel. */
export function Sections() {
  const shown = shownSection.value;
  return (
    <ol class="sections">
      {course.value.sections.map((section) => {
        const { done, total, of } = tallySection(section, audience.value, progress.value);
        return (
          <li key={section.id} class={section === shown ? 'current' : ''}>
            <button
              type="button"
              aria-current={section === shown ? 'true' : undefined}
              onClick={() => browse(section)}
            >
              <span dir="auto">{section.title}</span>
              {total > 0 && (
                <span class="quiet">
                  {i18n.t(of === 'resources' ? 'header.read' : 'header.ticked', [done, total])}
                </span>
              )}
            </button>
          </li>
        );
      })}
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
