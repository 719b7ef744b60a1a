import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Audience, Course } from '../../courses/course.ts';
import type { Fault } from '../../progress/store/fault.ts';
import { FormButton } from '../ui/ActionButton.tsx';
import { LearnMore } from '../ui/LearnMore.tsx';
import type { OnOpen } from '../ui/Link.tsx';
import { Region } from '../ui/Region.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useAction } from '../ui/use-action.ts';
import { BadgePicture } from './BadgePicture.tsx';
import { CheckBadge } from './CheckBadge.tsx';
import { BADGE_FORM, MakeBadge } from './MakeBadge.tsx';
import { type MadeBadge, useBadges } from './use-badges.ts';
import { useCheckBadge } from './use-check-badge.ts';
import { useMakeBadge } from './use-make-badge.ts';

interface Props {
  course: Course;
  audience: Audience;
  completed: ReadonlySet<string>;
  writable: boolean;
  onAct: (action: () => Promise<void>) => Promise<Fault | undefined>;
  onOpen: OnOpen;
  onClose: () => void;
}

/** The badges made so far, the latest first, with what can be saved of each. */
function MadeBadges({ badges }: { badges: readonly MadeBadge[] }) {
  return (
    <Region title={i18n.t('badge.made')}>
      <ul class="made">
        {badges.map(({ id, title, drawing, onSave }) => (
          <li key={id}>
            <h3 dir="auto">{title}</h3>
            <BadgePicture drawing={drawing} />
            <p class="actions">
              {(['svg', 'jwt'] as const).map((as) => (
                <button key={as} type="button" onClick={() => onSave(as)}>
                  {i18n.t(`badge.save.${as}`)}
                </button>
              ))}
            </p>
          </li>
        ))}
      </ul>
      <LearnMore about={i18n.t('badge.made')}>
        <p>{i18n.t('badge.formats')}</p>
      </LearnMore>
    </Region>
  );
}

/** The sheet in which badges are made, saved and verified. A file to verify can be dropped anywhere on it. */
export function BadgeSheet({ course, completed, writable, onAct, onOpen, onClose, ...opened }: Props) {
  // Another window may switch to another audience: the badge is for the one that was selected when the sheet opened.
  const [{ audience }] = useState(opened);
  const { earned, made, failed } = useBadges(course.id);
  const form = useMakeBadge({ course, audience, completed, earned, onAct });
  const { result, onFile } = useCheckBadge();
  const [isRunning, make] = useAction(form.onMake, 'make a badge');
  const canMake = audience.objectives.length > 0 && form.left === 0;
  const title = i18n.t('badge.title');
  const check = (file: File) => {
    form.clearMessage();
    onFile(file);
  };
  return (
    <Sheet
      title={title}
      class="settings badges"
      onClose={onClose}
      footer={
        canMake && (
          <FormButton form={BADGE_FORM} class="primary" disabled={!writable} isRunning={isRunning}>
            {i18n.t('badge.makeIt')}
          </FormButton>
        )
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a file can also be chosen with a button, by keyboard */}
      <div
        class="drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const [file] = event.dataTransfer?.files ?? [];
          if (file) check(file);
        }}
      >
        {audience.objectives.length > 0 && (
          <MakeBadge
            course={course}
            form={{ ...form, message: form.message ?? failed }}
            total={audience.objectives.length}
            onMake={make}
            onOpen={onOpen}
          />
        )}
        {made.length > 0 && <MadeBadges badges={made} />}
        <CheckBadge result={result} onFile={check} />
      </div>
    </Sheet>
  );
}
