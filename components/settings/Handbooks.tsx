import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { ActionButton, FormButton } from '../ui/ActionButton.tsx';
import { ActionStatus } from '../ui/ActionStatus.tsx';
import { Region } from '../ui/Region.tsx';
import { useAction } from '../ui/use-action.ts';
import type { SettingsStatus } from './settings-status.ts';
import { useHandbooks } from './use-handbooks.ts';

/** The address of a handbook as readable text. */
function nameOf(root: string): string {
  const name = root.replace(/^https:\/\/|\/$/g, '');
  try {
    return decodeURI(name);
  } catch {
    return name;
  }
}

/** The handbooks that were added, with a field to add another by its address. */
export function Handbooks({ status }: { status: SettingsStatus }) {
  const { added, message, onAdd, onGrantAccess, onRemove } = useHandbooks(status);
  const field = useRef<HTMLInputElement>(null);
  const [isAdding, add] = useAction(async () => {
    const { current } = field;
    const given = current?.value ?? '';
    // Keeps what was typed while the browser asked for permission.
    if (current && (await onAdd(given)) && current.value === given) current.value = '';
  }, 'add a handbook');
  return (
    <Region title={i18n.t('handbooks.title')}>
      <p class="quiet">{i18n.t('handbooks.explained')}</p>
      <ul class="handbooks">
        {added.map(({ root, managed, access }) => (
          <li key={root}>
            <span>
              {nameOf(root)} {managed && <span class="tag">{i18n.t('handbooks.managed')}</span>}{' '}
              {!access && <span class="tag">{i18n.t('handbooks.noAccess')}</span>}
            </span>
            <span class="actions">
              {!access && (
                <ActionButton
                  label={i18n.t('handbooks.giveAccessTo', [nameOf(root)])}
                  onAct={() => onGrantAccess(root)}
                >
                  {i18n.t('notice.accessButton')}
                </ActionButton>
              )}
              {!managed && (
                <ActionButton
                  class="danger"
                  label={i18n.t('handbooks.removeThis', [nameOf(root)])}
                  onAct={() => {
                    // The button is removed together with its handbook.
                    field.current?.focus();
                    return onRemove(root);
                  }}
                >
                  {i18n.t('handbooks.remove')}
                </ActionButton>
              )}
            </span>
          </li>
        ))}
      </ul>
      <form
        class="actions"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <input
          ref={field}
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder={i18n.t('handbooks.example')}
          aria-label={i18n.t('handbooks.label')}
        />
        <FormButton isRunning={isAdding}>{i18n.t('handbooks.add')}</FormButton>
      </form>
      <ActionStatus message={message} />
    </Region>
  );
}
