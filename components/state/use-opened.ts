import { useEffect, useRef, useState } from 'preact/hooks';
import { matchOpened } from '../../catalog/course-index.ts';
import type { Match } from '../../courses/match.ts';
import type { ShownPage } from './use-shown-page.ts';

/** The place of a page elsewhere that was opened from here, for as long as its tab shows nothing that can be seen. */
export function useOpened(shown: ShownPage | undefined): [Match | undefined, (address: string) => void] {
  const [opened, setOpened] = useState<{ tab: number; address: string }>();
  const left = useRef(false);
  const { id, url } = shown?.tab ?? {};
  const away = opened && opened.tab === id && url === undefined ? opened.address : undefined;
  useEffect(() => {
    // Back where it can be seen: what the tab shows after that is not what was opened.
    if (left.current && url !== undefined) setOpened(undefined);
    left.current = away !== undefined;
  }, [away, url]);
  const open = (address: string) => id !== undefined && setOpened({ tab: id, address });
  return [away ? matchOpened(away) : undefined, open];
}
