import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Sheet } from '../ui/Sheet.tsx';

interface Props {
  children: ComponentChildren;
  onClose: () => void;
}

/** The settings: what can be decided about progress, and what was done. */
export function Settings({ children, onClose }: Props) {
  return (
    <Sheet
      title={i18n.t('settings.title')}
      class="settings"
      head={<h1>{i18n.t('settings.title')}</h1>}
      onClose={onClose}
    >
      <div class="scrolled">
        {children}
        <section>
          <p class="quiet">{i18n.t('settings.keys')}</p>
        </section>
      </div>
    </Sheet>
  );
}
