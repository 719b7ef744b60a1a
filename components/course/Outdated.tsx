import { i18n } from '#i18n';
import { correctedLine } from '../../courses/corrected-line.ts';
import { type Course, type Resource, resourcesOf } from '../../courses/course.ts';
import { course as shownCourse } from '../state/current.ts';
import { undoMove } from '../state/reader-actions.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ActionMenu } from '../ui/ActionMenu.tsx';
import { useFilter } from '../ui/Filter.tsx';
import { LearnMore } from '../ui/LearnMore.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useCopy } from '../ui/use-copy.ts';

function reasonOf({ gone, instead, movedBy }: Resource): string {
  if (gone) return i18n.t(instead ? 'here.missing' : 'moved.removed');
  if (movedBy === 'opened') return i18n.t('moved.opened');
  return i18n.t(movedBy === 'redirect' ? 'moved.redirect' : 'moved.pack');
}

interface LinkProps {
  course: Course;
  resource: Resource;
  onCopy: (text: string) => Promise<void>;
}

/** A link that moved or was removed, with its corrected line. */
function MovedLink({ course, resource, onCopy }: LinkProps) {
  const { title, gone, movedBy } = resource;
  const line = correctedLine(course, resource);
  return (
    <li class="moved-link">
      <div>
        <h2 dir="auto">{title}</h2>
        <ActionMenu
          title={i18n.t('actionsFor', [title])}
          items={() => [
            { text: i18n.t('moved.copy'), onChoose: () => onCopy(line) },
            ...(movedBy === 'opened'
              ? [{ text: i18n.t('moved.takeBack'), onChoose: () => undoMove(resource) }]
              : []),
          ]}
        />
      </div>
      <code>{line}</code>
      <LearnMore about={title} label={i18n.t(gone ? 'outdated.why.removed' : 'outdated.why.moved')}>
        <p>{reasonOf(resource)}</p>
      </LearnMore>
    </li>
  );
}

/** For whoever maintains the course's page: its moved and removed links, with a corrected line for each. */
export function Outdated({ onClose }: { onClose: () => void }) {
  const course = shownCourse.value;
  const { last, copy } = useCopy();
  const outdated = resourcesOf(course).filter(({ gone, formerly }) => gone || formerly);
  const { found, field } = useFilter(outdated, ({ title }) => title, i18n.t('outdated.filter'));
  const all = () => outdated.map((resource) => correctedLine(course, resource)).join('\n');
  return (
    <Sheet
      title={i18n.t('outdated.title')}
      class="settings"
      onClose={onClose}
      footer={
        outdated.length > 0 && (
          <>
            <div role="status" class="saying">
              {last && <p>{i18n.t(last.isCopied ? 'moved.copied' : 'moved.notCopied')}</p>}
            </div>
            <ActionButton class="primary" onAct={() => copy(all())}>
              {i18n.t('moved.copyAll')}
            </ActionButton>
            {course.edit && (
              <a href={course.edit} target="_blank" rel="noreferrer">
                {i18n.t('moved.edit')}
              </a>
            )}
          </>
        )
      }
    >
      <section aria-label={i18n.t('outdated.title')}>
        <p class="quiet">{i18n.t(outdated.length > 0 ? 'outdated.explained' : 'outdated.nothing')}</p>
        {field}
        <ul>
          {found.map((resource) => (
            <MovedLink key={resource.id} course={course} resource={resource} onCopy={copy} />
          ))}
        </ul>
      </section>
    </Sheet>
  );
}
