import { i18n } from '#i18n';
import { lostHeading } from '../state/lost-heading.ts';
import { open } from '../state/reader-actions.ts';
import { Card } from '../ui/Card.tsx';

/** Says that a resource's heading is no longer on its page, and which one may be meant. */
export function LostHeading() {
  if (!lostHeading.value) return null;
  const { resource, anchor, closest, instead } = lostHeading.value;
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
