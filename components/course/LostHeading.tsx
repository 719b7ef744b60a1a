import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Resource } from '../../courses/course.ts';
import { anchorOf, withAnchor } from '../../sites/address.ts';
import { closestHeading } from '../../sites/closest-heading.ts';
import { isOriginal } from '../state/is-original.ts';
import type { ShownPage } from '../state/use-shown-page.ts';
import { Link, type OnOpen } from '../ui/Link.tsx';

interface Props {
  shown: ShownPage;
  /** The resources whose headings the page does not have: at least one. */
  resources: Resource[];
  /** The address that was last opened from this panel: where it is one of the lost headings, the closest one is opened in its place. */
  opened: string | undefined;
  onOpen: OnOpen;
}

/**
 * Says that a resource's heading is no longer on its page, and which one may be meant. Of several it is about the one that
 * the reader came for.
 */
export function LostHeading({ resources, shown, opened, onOpen }: Props) {
  const { address, news } = shown;
  const original = isOriginal(shown);
  const lost = resources.map((resource) => {
    const closest = closestHeading(
      anchorOf(resource.address),
      resource.ownTitle ?? resource.title,
      news?.headings ?? [],
    );
    return { resource, closest, instead: closest && withAnchor(resource.address, closest.id) };
  });
  const { resource, closest, instead } =
    lost.find((each) => each.resource.address === address) ??
    lost.find((each) => each.instead === address) ??
    (lost[0] as (typeof lost)[number]);
  const arrived = original && address === resource.address && opened === address;
  useEffect(() => {
    if (arrived && instead) onOpen(instead, 'here');
  }, [arrived, instead]);
  // A translation's headings have ids of its own.
  if (!original) return null;
  return (
    <div class="lost">
      <p>{i18n.t('here.lostHeading', [resource.title, anchorOf(resource.address)])}</p>
      {closest && instead && (
        <p>
          {i18n.t('here.closestHeading')}{' '}
          <Link href={instead} onOpen={onOpen}>
            {closest.text}
          </Link>
        </p>
      )}
    </div>
  );
}
