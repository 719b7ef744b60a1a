import { i18n } from '#i18n';
import { Sheet } from '../ui/Sheet.tsx';

/** The keys of the panel and what they do. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const keys: [string, string][] = [
    ['Alt+Shift+L', i18n.t('keys.panel')],
    ['Alt+Shift+K', i18n.t('keys.noteOnPage')],
    ['/', i18n.t('keys.find')],
    ['n', i18n.t('keys.note')],
    ['?', i18n.t('keys.sheet')],
    ['Tab', i18n.t('keys.tab')],
    [i18n.t('keys.space'), i18n.t('keys.tick')],
    ['Ctrl/⌘+Enter', i18n.t('keys.behind')],
    ['Esc', i18n.t('keys.escape')],
  ];
  return (
    <Sheet
      title={i18n.t('keys.title')}
      class="settings"
      head={<h1>{i18n.t('keys.title')}</h1>}
      onClose={onClose}
    >
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
