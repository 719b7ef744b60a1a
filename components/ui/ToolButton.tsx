interface Props {
  title: string;
  /** The SVG path of its icon, in a 16 × 16 view box. */
  sign: string;
  /** A class of its own, next to that of all tools. */
  class?: string;
  /** It opens a dialog. */
  opens?: boolean;
  /** A key that does the same in this row. */
  shortcut?: string | undefined;
  disabled?: boolean;
  onClick: (button: HTMLElement) => void;
}

/** A button that shows an icon; its title is the tooltip and the accessible name. */
export function ToolButton({ title, sign, class: className, opens, shortcut, disabled, onClick }: Props) {
  return (
    <button
      type="button"
      class={className ? `tool ${className}` : 'tool'}
      disabled={disabled}
      aria-keyshortcuts={shortcut}
      aria-haspopup={opens ? 'dialog' : undefined}
      aria-label={title}
      title={title}
      onClick={({ currentTarget }) => onClick(currentTarget)}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={sign} />
      </svg>
    </button>
  );
}
