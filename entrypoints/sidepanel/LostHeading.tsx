import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { Link, type OnOpen } from '../../components/Link.tsx';
import type { Resource } from '../../courses/course.ts';
import type { PageNews } from '../../platform/messages.ts';
import { anchorOf, withAnchor } from '../../sites/address.ts';
import { closestHeading } from '../../sites/closest-heading.ts';

interface Props {
  /** A resource whose heading the page does not have. */
  resource: Resource;
  news: PageNews;
  /** The page was opened from this panel at that heading: the closest one is opened in its place. */
  arrived: boolean;
  onOpen: OnOpen;
}

/** Says that a resource's heading is no longer on its page, and which one may be meant. */
export function LostHeading({ resource, news, arrived, onOpen }: Props) {
  const anchor = anchorOf(resource.address);
  const closest = closestHeading(anchor, resource.ownTitle ?? resource.title, news.headings);
  const address = closest && withAnchor(resource.address, closest.id);
  useEffect(() => {
    if (arrived && address) onOpen(address, 'here');
  }, [arrived, address]);
  return (
    <div class="lost">
      <p>{i18n.t('here.lostHeading', [resource.title, anchor])}</p>
      {closest && address && (
        <p>
          {i18n.t('here.closestHeading')}{' '}
          <Link href={address} onOpen={onOpen}>
            {closest.text}
          </Link>
        </p>
      )}
    </div>
  );
}
