import { i18n } from '#i18n';
import { allRoots, MOST_HANDBOOKS, readHandbooks } from '../../catalog/handbooks.ts';
import { addHandbook, removeHandbook } from '../../catalog/manage-handbooks.ts';
import { hasAccess, onAccessChange, requestAccess } from '../../platform/access.ts';
import { injectIntoOpenPages } from '../../platform/content-scripts.ts';
import { gitlabHandbook } from '../../sites/gitlab-handbook.ts';
import { originOf, otherHandbooks, rootOf } from '../../sites/other-handbooks.ts';
import { useLive } from '../state/signals.ts';
import { onStorageChange } from './run-sync.ts';
import type { SettingsStatus } from './settings-status.ts';

/** A handbook besides the built-in one. */
interface AddedHandbook {
  /** The address that all its pages start with. */
  root: string;
  /** The reader's organisation has added it, so it can't be removed. */
  managed: boolean;
  /** The browser lets the extension read it. */
  access: boolean;
}

/** Whether `root` is the built-in handbook. Its translation has the same paths on another host, and has to be added. */
const isBuiltIn = (root: string) =>
  /^https:\/\/(?:handbook|about|internal)\.gitlab\.com\//.test(root) &&
  (gitlabHandbook.addressOf(root) !== undefined || root === 'https://handbook.gitlab.com/');

const QUERY = {
  key: '',
  async read(): Promise<AddedHandbook[]> {
    const handbooks = await readHandbooks();
    return Promise.all(
      allRoots(handbooks).map(async (root) => ({
        root,
        managed: handbooks.managed.includes(root),
        access: await hasAccess([originOf(root)]),
      })),
    );
  },
  when(again: () => void) {
    const stops = [onStorageChange('local')(again), onAccessChange(again)];
    return () => {
      for (const stop of stops) stop();
    };
  },
};

/** The added handbooks, and the actions to add one, grant it access and remove it. */
export function useHandbooks(status: SettingsStatus) {
  const { found: added = [], failed } = useLive(QUERY);

  const run = (action: Parameters<typeof status.run>[1]) =>
    status.run('handbooks', action, (error) => i18n.t('handbooks.failed', [String(error)]));
  return {
    added,
    message: status.at('handbooks') ?? (failed && { sentence: failed.message }),
    /** Adds the handbook at an address. Returns false if it wasn't added, so that the reader can correct the address. */
    async onAdd(text: string) {
      let done = false;
      await run(async () => {
        const root = rootOf(text);
        if (!root) return i18n.t('handbooks.unfit');
        done = isBuiltIn(root) || added.some((each) => root.startsWith(each.root) && each.access);
        if (done) return i18n.t('handbooks.known', [root]);
        if (added.length >= MOST_HANDBOOKS) return i18n.t('handbooks.full', [MOST_HANDBOOKS]);
        done = await addHandbook(root);
        return i18n.t(done ? 'handbooks.added' : 'handbooks.declined', [root]);
      });
      return done;
    },
    onGrantAccess: (root: string) =>
      run(async () => {
        const granted = await requestAccess([originOf(root)]);
        // Pages that were open before have no content script yet.
        if (granted) await injectIntoOpenPages(otherHandbooks([root]).patterns);
        return i18n.t(granted ? 'handbooks.added' : 'handbooks.denied', [root]);
      }),
    onRemove(root: string) {
      const keepsAccess = added.some((each) => each.root !== root && originOf(each.root) === originOf(root));
      return run(async () => {
        await removeHandbook(root);
        return i18n.t(keepsAccess ? 'handbooks.removedBeside' : 'handbooks.removed', [root]);
      });
    },
  };
}
