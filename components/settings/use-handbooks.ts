import { i18n } from '#i18n';
import { allRoots, MOST_HANDBOOKS, readHandbooks } from '../../catalog/handbooks.ts';
import { addHandbook, removeHandbook } from '../../catalog/manage-handbooks.ts';
import { askForAccess, onAccessChange } from '../../platform/access.ts';
import { runInOpenPages } from '../../platform/content-scripts.ts';
import { hasAccess } from '../../platform/optional-access.ts';
import { gitlabHandbook } from '../../sites/gitlab-handbook.ts';
import { originOf, otherHandbooks, rootOf } from '../../sites/other-handbooks.ts';
import { useLive } from '../state/use-live.ts';
import type { AddedHandbook, HandbooksProps } from './Handbooks.tsx';
import { changesOf } from './run-sync.ts';
import type { SettingsStatus } from './settings-status.ts';

/** The one that is built in is read at its own hosts; its translation has the same paths elsewhere, and has to be added. */
const isBuiltIn = (root: string) =>
  /^https:\/\/(?:handbook|about|internal)\.gitlab\.com\//.test(root) &&
  (gitlabHandbook.addressOf(root) !== undefined || root === 'https://handbook.gitlab.com/');

const ADDED = {
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
    const stops = [changesOf('local')(again), onAccessChange(again)];
    return () => {
      for (const stop of stops) stop();
    };
  },
};

/** The handbooks that were added, and what can be done with them. */
export function useHandbooks(status: SettingsStatus): HandbooksProps {
  const { found: added = [], failed } = useLive(ADDED);

  const run = (action: Parameters<typeof status.run>[1]) =>
    status.run('handbooks', action, (error) => i18n.t('handbooks.failed', [String(error)]));
  return {
    added,
    told: status.at('handbooks') ?? (failed && { sentence: failed.message }),
    async onAdd(text) {
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
    onGiveAccess: (root) =>
      run(async () => {
        const given = await askForAccess([originOf(root)]);
        // Those that were open before have no script.
        if (given) await runInOpenPages(otherHandbooks([root]).matches);
        return i18n.t(given ? 'handbooks.added' : 'handbooks.denied', [root]);
      }),
    onRemove(root) {
      const beside = added.some((each) => each.root !== root && originOf(each.root) === originOf(root));
      return run(async () => {
        await removeHandbook(root);
        return i18n.t(beside ? 'handbooks.removedBeside' : 'handbooks.removed', [root]);
      });
    },
  };
}
