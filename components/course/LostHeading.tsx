import { i18n } from '#i18n';
import { lostHeading } from '../state/lost-heading.ts';
import { open } from '../state/reader-actions.ts';
import { Link } from '../ui/Link.tsx';

/** Says that a resource's heading is no longer on its page, and which one may be meant. */
export function LostHeading() {
  if (!lostHeading.value) return null;
  const { resource, anchor, closest, instead } = lostHeading.value;
  return (
    <div class="lost">
      <p>{i18n.t('here.lostHeading', [resource.title, anchor])}</p>
      {closest && instead && (
        <p>
          {i18n.t('here.closestHeading')}{' '}
          <Link href={instead} onOpen={open}>
            {closest.text}
          </Link>
        </p>
      )}
    </div>
  );
}
