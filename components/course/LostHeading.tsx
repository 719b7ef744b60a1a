import { i18n } from '#i18n';
import { lostHeading } from '../state/lost-heading.ts';
import { open } from '../state/reader-actions.ts';
import { Card } from '../ui/Card.tsx';

/**
 * Says that a resource's heading is no longer on its page, and which one may be meant. On a translation, whose headings have other
 * ids, it says that this can't be told.
 */
export function LostHeading({ onDismiss }: { onDismiss: () => void }) {
  if (!lostHeading.value) return null;
  const { resource, anchor, closest, instead, isTranslated, original } = lostHeading.value;
  if (isTranslated)
    return (
      <Card
        text={i18n.t('here.translatedHeading', [resource.title])}
        action={
          original === undefined
            ? undefined
            : { text: i18n.t('here.openOriginal'), onAct: () => open(original, 'here') }
        }
        onDismiss={onDismiss}
      />
    );
  return (
    <Card
      text={i18n.t('here.lostHeading', [resource.title, anchor])}
      action={
        closest && instead
          ? { text: i18n.t('here.closestHeading', [closest.text]), onAct: () => open(instead, 'here') }
          : undefined
      }
    />
  );
}
