import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Audience, Course } from '../../courses/course.ts';
import type { Fault } from '../../progress/store/fault.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import type { OnOpen } from '../ui/Link.tsx';
import { Region } from '../ui/Region.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { BadgePicture } from './BadgePicture.tsx';
import { CheckBadge } from './CheckBadge.tsx';
import { MakeBadge } from './MakeBadge.tsx';
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

/** The badges made so far, the latest first, each with buttons that save it as a file. */
function MadeBadges({ badges }: { badges: readonly MadeBadge[] }) {
  return (
    <Region title={i18n.t('badge.made')}>
      <ul class="made">
        {badges.map(({ id, title, drawing, onSave }) => (
          <li key={id}>
            <h3>{title}</h3>
            <BadgePicture drawing={drawing} />
            <p class="actions">
              {(['svg', 'jwt'] as const).map((as) => (
                <ActionButton
                  key={as}
                  label={`${i18n.t(`badge.save.${as}`)}: ${title}`}
                  onAct={() => onSave(as)}
                >
                  {i18n.t(`badge.save.${as}`)}
                </ActionButton>
              ))}
            </p>
          </li>
        ))}
      </ul>
      <p class="quiet">{i18n.t('badge.formats')}</p>
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
  const title = i18n.t('badge.title');
  const check = (file: File) => {
    form.clearMessage();
    onFile(file);
  };
  return (
    <Sheet title={title} class="settings badges" onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a file can also be chosen with a button, by keyboard */}
      <div
        class="scrolled"
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
            writable={writable}
            onOpen={onOpen}
          />
        )}
        {made.length > 0 && <MadeBadges badges={made} />}
        <CheckBadge result={result} onFile={check} />
      </div>
    </Sheet>
  );
}
