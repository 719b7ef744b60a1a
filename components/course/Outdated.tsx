import { i18n } from '#i18n';
import { resourcesOf } from '../../courses/course.ts';
import { course as shownCourse } from '../state/current.ts';
import { undoMove } from '../state/reader-actions.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { MovedLink } from './MovedLink.tsx';

/** For whoever maintains the course's page: its moved and removed links, with a corrected line for each. */
export function Outdated({ onClose }: { onClose: () => void }) {
  const course = shownCourse.value;
  const outdated = resourcesOf(course).filter(({ gone, formerly }) => gone || formerly);
  return (
    <Sheet title={i18n.t('outdated.title')} class="settings" onClose={onClose}>
      <section>
        <p class="quiet">{i18n.t(outdated.length > 0 ? 'outdated.explained' : 'outdated.nothing')}</p>
        <ul class="outdated">
          {outdated.map((resource) => (
            <li key={resource.id}>
              <h2 dir="auto">{resource.title}</h2>
              <MovedLink course={course} resource={resource} onTakeBack={undoMove} />
            </li>
          ))}
        </ul>
      </section>
    </Sheet>
  );
}
