import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Sheet } from '../ui/Sheet.tsx';

interface Props {
  /** A file was dropped somewhere on the sheet. */
  onFile: (file: File) => void;
  children: ComponentChildren;
  onClose: () => void;
}

/** The sheet about badges. A file may be dropped anywhere on it. */
export function Badges({ onFile, children, onClose }: Props) {
  const title = i18n.t('badge.title');
  return (
    <Sheet title={title} class="settings badges" head={<h1>{title}</h1>} onClose={onClose}>
      {/* The way by the keyboard is the button that chooses a file. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's own way to the same */}
      <div
        class="scrolled"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const [file] = event.dataTransfer?.files ?? [];
          if (file) onFile(file);
        }}
      >
        {children}
      </div>
    </Sheet>
  );
}
