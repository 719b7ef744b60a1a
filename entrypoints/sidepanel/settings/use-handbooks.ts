import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AddedHandbook, HandbooksProps } from '../../../components/settings/Handbooks.tsx';
import { askForAccess } from '../../../platform/access.ts';
import { runInOpenPages } from '../../../platform/content-scripts.ts';
import { hasAccess, onAccessChange } from '../../../platform/optional-access.ts';
import { gitlabHandbook } from '../../../sites/gitlab-handbook.ts';
import { originOf, otherHandbooks, rootOf } from '../../../sites/other-handbooks.ts';
import { addHandbook, allOf, MOST_HANDBOOKS, readHandbooks, removeHandbook } from '../other-handbooks.ts';
import { changesOf } from '../sync.ts';

/** The one that is built in is read at its own hosts; its translation has the same paths elsewhere, and has to be added. */
const isBuiltIn = (root: string) =>
  /^https:\/\/(?:handbook|about|internal)\.gitlab\.com\//.test(root) &&
  (gitlabHandbook.addressOf(root) !== undefined || root === 'https://handbook.gitlab.com/');

/** The handbooks that were added, and what can be done with them. */
export function useHandbooks(): HandbooksProps {
  const [added, setAdded] = useState<AddedHandbook[]>([]);
  const [saying, setSaying] = useState<string>();
  useEffect(() => {
    const read = async () => {
      const handbooks = await readHandbooks();
      setAdded(
        await Promise.all(
          allOf(handbooks).map(async (root) => ({
            root,
            managed: handbooks.managed.includes(root),
            access: await hasAccess([originOf(root)]),
          })),
        ),
      );
    };
    const look = () => void read().catch((error) => setSaying(String(error)));
    look();
    const stops = [changesOf('local')(look), onAccessChange(look)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  const failed = (error: unknown) => setSaying(i18n.t('handbooks.failed', [String(error)]));
  return {
    added,
    saying,
    async onAdd(text) {
      const root = rootOf(text);
      if (!root) {
        setSaying(i18n.t('handbooks.unfit'));
        return false;
      }
      const known = isBuiltIn(root) || added.some((each) => root.startsWith(each.root) && each.access);
      if (known || added.length >= MOST_HANDBOOKS) {
        setSaying(i18n.t(known ? 'handbooks.known' : 'handbooks.full', [known ? root : MOST_HANDBOOKS]));
        return known;
      }
      try {
        const given = await addHandbook(root);
        setSaying(i18n.t(given ? 'handbooks.added' : 'handbooks.declined', [root]));
        return given;
      } catch (error) {
        failed(error);
        return false;
      }
    },
    onGiveAccess: (root) =>
      void askForAccess([originOf(root)]).then(async (given) => {
        setSaying(i18n.t(given ? 'handbooks.added' : 'handbooks.denied', [root]));
        // Those that were open meanwhile have no script.
        if (given) await runInOpenPages(otherHandbooks([root]).matches);
      }, failed),
    onRemove(root) {
      const beside = added.some((each) => each.root !== root && originOf(each.root) === originOf(root));
      const sentence = i18n.t(beside ? 'handbooks.removedBeside' : 'handbooks.removed', [root]);
      void removeHandbook(root).then(() => setSaying(sentence), failed);
    },
  };
}
