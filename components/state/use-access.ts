import { hasAnyAccess, onAccessChange } from '../../platform/access.ts';
import { siteMatches } from '../../sites/matches.ts';
import { useLive } from './use-live.ts';

const ACCESS = { key: '', read: () => hasAnyAccess(siteMatches), when: onAccessChange };

/** Whether the extension has access to a handbook; true until the browser says otherwise. */
export function useAccess(): boolean {
  return useLive(ACCESS).found ?? true;
}
