import { i18n } from '#i18n';
import { singleKeys } from '../state/shortcuts.ts';
import { Sheet } from '../ui/Sheet.tsx';

/** The shortcuts of a single key, which the reader can turn off. */
const SINGLE = [
  ['/', 'keys.find'],
  ['n', 'keys.note'],
  ['?', 'keys.sheet'],
] as const;

/** The keys of the panel and what they do. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const keys: [string, string][] = [
    ['Alt+Shift+L', i18n.t('keys.panel')],
    ['F6', i18n.t('keys.toPanel')],
    ['Alt+Shift+K', i18n.t('keys.noteOnPage')],
    ...(singleKeys.value === false ? [] : SINGLE.map(([key, name]): [string, string] => [key, i18n.t(name)])),
    ['Tab', i18n.t('keys.tab')],
    [i18n.t('keys.space'), i18n.t('keys.tick')],
    ['Ctrl/⌘+Enter', i18n.t('keys.behind')],
    ['Ctrl/⌘+Z', i18n.t('keys.undo')],
    ['Esc', i18n.t('keys.escape')],
  ];
  return (
    <Sheet title={i18n.t('keys.title')} class="settings" onClose={onClose}>
      <dl class="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
