import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CourseChange } from '../../courses/updates/changes.ts';
import { CourseCounts } from '../course/CourseCounts.tsx';
import type { ShownPage } from '../state/shown-page.ts';
import { followAsked, hasUpdate } from '../state/view.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ActionStatus } from '../ui/ActionStatus.tsx';
import { Choice } from '../ui/Choice.tsx';
import { CourseChanges } from '../ui/CourseChanges.tsx';
import { type FollowPreview, useFollowPage } from './use-follow-page.ts';

type Follow = ReturnType<typeof useFollowPage>;

function Preview({
  preview,
  onFollow,
  onCancel,
}: { preview: FollowPreview } & Pick<Follow, 'onFollow' | 'onCancel'>) {
  const { title, whole } = preview;
  return (
    <Choice action={i18n.t('living.followNow')} onAction={onFollow} onCancel={onCancel}>
      <h2 dir="auto">{title}</h2>
      <CourseCounts {...preview} />
      {!whole && <p>{i18n.t('living.cut')}</p>}
    </Choice>
  );
}

function Changes({
  changes,
  onUpdate,
  onDismiss,
}: { changes: readonly CourseChange[] } & Pick<Follow, 'onUpdate' | 'onDismiss'>) {
  return (
    <Choice
      action={i18n.t('living.takeOver')}
      cancel={i18n.t('living.notNow')}
      onAction={onUpdate}
      onCancel={onDismiss}
    >
      <p>{i18n.t('living.changed')}</p>
      <CourseChanges changes={changes} />
    </Choice>
  );
}

interface Props {
  shown: ShownPage;
  /** A more important card is shown, so that changes wait. */
  isCovered: boolean;
  onChooseCourse: (id: string) => void;
}

/** Offers to follow the shown page as a course, or to update the followed course whose page has changed. */
export function FollowPage({ shown, isCovered, onChooseCourse }: Props) {
  const { followable, elsewhere, quietly, reads, preview, changes, message, onPreview, onUndo, ...actions } =
    useFollowPage(shown, onChooseCourse);
  const offer = (
    <p class="actions">
      {(elsewhere || reads) && <span>{i18n.t(elsewhere ? 'living.elsewhere' : 'living.reads')}</span>}
      <ActionButton onAct={onPreview}>{i18n.t('living.follow')}</ActionButton>
    </p>
  );
  const asked = followAsked.value;
  const answered = useRef(asked);
  useEffect(() => {
    if (asked !== answered.current) void onPreview();
    answered.current = asked;
  }, [asked]);
  const showsChanges = changes !== undefined && !isCovered;
  useEffect(() => {
    hasUpdate.value = showsChanges;
  }, [showsChanges]);
  return (
    <div class="living">
      {showsChanges && <Changes changes={changes} {...actions} />}
      {preview && <Preview preview={preview} {...actions} />}
      {followable && !preview && !quietly && offer}
      <ActionStatus message={message} onUndo={onUndo} />
    </div>
  );
}
