import { useLayoutEffect, useState } from 'preact/hooks';
import { followAccess } from '../../platform/access.ts';
import { siteMatches } from '../../sites/matches.ts';

/** Whether the extension has access to a handbook; true until the browser says otherwise. */
export function useAccess(): boolean {
  const [granted, setGranted] = useState(true);
  useLayoutEffect(() => followAccess(siteMatches, setGranted), []);
  return granted;
}
