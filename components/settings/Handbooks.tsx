import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { ActionButton, FormButton } from '../ui/ActionButton.tsx';
import { ActionMenu } from '../ui/ActionMenu.tsx';
import { ActionStatus } from '../ui/ActionStatus.tsx';
import { LearnMore } from '../ui/LearnMore.tsx';
import { Fold } from '../ui/Region.tsx';
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

type Handbooks = ReturnType<typeof useHandbooks>;

/** A handbook that was added, with a button to grant it access if the browser doesn't, and the menu to remove it. */
function Handbook({
  handbook: { root, managed, access },
  onGrantAccess,
  onRemove,
}: { handbook: Handbooks['added'][number] } & Pick<Handbooks, 'onGrantAccess' | 'onRemove'>) {
  const name = nameOf(root);
  return (
    <li>
      <span>
        {name} {managed && <span class="tag">{i18n.t('handbooks.managed')}</span>}{' '}
        {!access && <span class="tag">{i18n.t('handbooks.noAccess')}</span>}
      </span>
      {!access && (
        <span class="actions">
          <ActionButton label={i18n.t('handbooks.giveAccessTo', [name])} onAct={() => onGrantAccess(root)}>
            {i18n.t('notice.accessButton')}
          </ActionButton>
        </span>
      )}
      {!managed && (
        <ActionMenu
          title={i18n.t('actionsFor', [name])}
          items={() => [{ text: i18n.t('handbooks.remove'), danger: true, onChoose: () => onRemove(root) }]}
        />
      )}
    </li>
  );
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
    <Fold title={i18n.t('handbooks.title')}>
      {() => (
        <>
          <p class="quiet">{i18n.t('handbooks.explained')}</p>
          <ul class="handbooks">
            {added.map((handbook) => (
              <Handbook
                key={handbook.root}
                handbook={handbook}
                onGrantAccess={onGrantAccess}
                onRemove={(root) => {
                  // The menu is removed together with its handbook.
                  field.current?.focus();
                  return onRemove(root);
                }}
              />
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
          <LearnMore about={i18n.t('handbooks.title')}>
            <p>{i18n.t('handbooks.more')}</p>
          </LearnMore>
        </>
      )}
    </Fold>
  );
}
