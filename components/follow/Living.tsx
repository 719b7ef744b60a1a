import { i18n } from '#i18n';
import type { CourseChange } from '../../courses/updates/changes.ts';
import { type Counts, CourseCounts } from '../course/CourseCounts.tsx';
import { ActionButton } from '../ui/ActionButton.tsx';
import { type Outcome, Told } from '../ui/ActionStatus.tsx';
import { Choice } from '../ui/Choice.tsx';
import { CourseChanges } from '../ui/CourseChanges.tsx';

/** What a page is as a course, before it is followed. */
export interface FollowPreview extends Counts {
  title: string;
  /** The page was read to its end. */
  whole: boolean;
}

export interface LivingProps {
  /** The page is no course's own, or that of one which is followed on another computer. */
  followable: boolean;
  elsewhere: boolean;
  /** It is read as a page of a course, and seldom meant as one of its own: the way to that is folded. */
  quietly: boolean;
  /** It reads as a course, so that it is offered. */
  reads: boolean;
  preview: FollowPreview | undefined;
  /** What its page has otherwise than the course that is followed. */
  changes: readonly CourseChange[] | undefined;
  told: Outcome | undefined;
  onPreview: () => Promise<unknown>;
  onFollow: () => Promise<unknown>;
  onCancel: () => void;
  onTakeOver: () => Promise<unknown>;
  onPutAway: () => void;
  onUndo: (action: string) => Promise<unknown>;
}

function Preview({
  preview,
  onFollow,
  onCancel,
}: { preview: FollowPreview } & Pick<LivingProps, 'onFollow' | 'onCancel'>) {
  const { title, whole } = preview;
  return (
    <Choice action={i18n.t('living.followNow')} onAction={onFollow} onCancel={onCancel}>
      <h3>{title}</h3>
      <CourseCounts {...preview} />
      {!whole && <p>{i18n.t('living.cut')}</p>}
    </Choice>
  );
}

function Changes({
  changes,
  onTakeOver,
  onPutAway,
}: { changes: readonly CourseChange[] } & Pick<LivingProps, 'onTakeOver' | 'onPutAway'>) {
  return (
    <Choice
      action={i18n.t('living.takeOver')}
      cancel={i18n.t('living.notNow')}
      onAction={onTakeOver}
      onCancel={onPutAway}
    >
      <p>{i18n.t('living.changed')}</p>
      <CourseChanges changes={changes} />
    </Choice>
  );
}

/** The shown page as a course: it can be followed, or is one that has changed. */
export function Living({
  followable,
  elsewhere,
  quietly,
  reads,
  preview,
  changes,
  told,
  onPreview,
  onUndo,
  ...actions
}: LivingProps) {
  const offer = (
    <p class="actions">
      {(elsewhere || reads) && <span>{i18n.t(elsewhere ? 'living.elsewhere' : 'living.reads')}</span>}
      <ActionButton onAct={onPreview}>{i18n.t('living.follow')}</ActionButton>
    </p>
  );
  return (
    <div class="living">
      {changes && <Changes changes={changes} {...actions} />}
      {preview && <Preview preview={preview} {...actions} />}
      {followable &&
        !preview &&
        (quietly ? (
          <details class="quiet">
            <summary>{i18n.t('living.asCourse')}</summary>
            {offer}
          </details>
        ) : (
          offer
        ))}
      <Told told={told} onUndo={onUndo} />
    </div>
  );
}
