import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { ActionButton, FormButton } from '../ui/ActionButton.tsx';
import { ActionStatus, type StatusMessage } from '../ui/ActionStatus.tsx';
import { Region } from '../ui/Region.tsx';
import { useAction } from '../ui/use-action.ts';

/** A handbook beside the one that is built in. */
export interface AddedHandbook {
  /** The address below which its pages lie. */
  root: string;
  /** The reader's organisation has added it: it cannot be removed. */
  managed: boolean;
  /** Whether the browser lets the extension read it. */
  access: boolean;
}

export interface HandbooksProps {
  added: readonly AddedHandbook[];
  /** What came of the last action. */
  told: StatusMessage | undefined;
  /** Adds what was given as an address. Answers whether it was one, and need not be typed again. */
  onAdd: (text: string) => Promise<boolean>;
  onGiveAccess: (root: string) => Promise<unknown>;
  onRemove: (root: string) => Promise<unknown>;
}

/** An address as it is read. */
function nameOf(root: string): string {
  const name = root.replace(/^https:\/\/|\/$/g, '');
  try {
    return decodeURI(name);
  } catch {
    return name;
  }
}

/** The handbooks that are read: others than the GitLab handbook are added by their address. */
export function Handbooks({ added, told, onAdd, onGiveAccess, onRemove }: HandbooksProps) {
  const field = useRef<HTMLInputElement>(null);
  const [isAdding, add] = useAction(async () => {
    const { current } = field;
    const given = current?.value ?? '';
    // What was typed while the browser asked stays.
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
                  onAct={() => onGiveAccess(root)}
                >
                  {i18n.t('notice.accessButton')}
                </ActionButton>
              )}
              {!managed && (
                <ActionButton
                  class="danger"
                  label={i18n.t('handbooks.removeThis', [nameOf(root)])}
                  onAct={() => {
                    // Its button goes with it.
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
      <ActionStatus message={told} />
    </Region>
  );
}
