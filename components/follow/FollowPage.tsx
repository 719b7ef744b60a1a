import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CourseChange } from '../../courses/updates/changes.ts';
import { CourseCounts } from '../course/CourseCounts.tsx';
import type { ShownPage } from '../state/shown-page.ts';
import { followAsked, hasUpdate } from '../state/view.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ActionStatus } from '../ui/ActionStatus.tsx';
import { Card } from '../ui/Card.tsx';
import { CourseChanges } from '../ui/CourseChanges.tsx';
import { type FollowPreview, useFollowPage } from './use-follow-page.ts';

type Follow = ReturnType<typeof useFollowPage>;

/** What following the page adds, before it is followed. */
function Preview({
  preview,
  onFollow,
  onCancel,
}: { preview: FollowPreview } & Pick<Follow, 'onFollow' | 'onCancel'>) {
  const { title, whole } = preview;
  return (
    <Card
      title={title}
      action={{ text: i18n.t('living.followNow'), onAct: onFollow }}
      dismiss={i18n.t('cancel')}
      onDismiss={onCancel}
    >
      <CourseCounts {...preview} />
      <p class="quiet">{i18n.t(whole ? 'living.explained' : 'living.cut')}</p>
    </Card>
  );
}

/** How the page of a followed course has changed. */
function Changes({
  changes,
  onUpdate,
  onDismiss,
}: { changes: readonly CourseChange[] } & Pick<Follow, 'onUpdate' | 'onDismiss'>) {
  return (
    <Card
      title={i18n.t('living.changed')}
      action={{ text: i18n.t('living.takeOver'), onAct: onUpdate }}
      dismiss={i18n.t('living.notNow')}
      onDismiss={onDismiss}
    >
      <CourseChanges changes={changes} />
    </Card>
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
  const element = useRef<HTMLDivElement>(null);
  const answers = preview !== undefined || message !== undefined;
  useEffect(() => {
    // The reader may have asked in the menu while what follows was in sight.
    if (answers) element.current?.scrollIntoView({ block: 'nearest' });
  }, [answers]);
  return (
    <div ref={element} class={preview ? 'living preview' : 'living'}>
      {showsChanges && <Changes changes={changes} {...actions} />}
      {preview && <Preview preview={preview} {...actions} />}
      {followable && !preview && !quietly && offer}
      <ActionStatus message={message} onUndo={onUndo} />
    </div>
  );
}
