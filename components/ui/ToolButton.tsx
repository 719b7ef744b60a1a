interface Props {
  title: string;
  /** The path of its sign, in a square of 16. */
  sign: string;
  /** It opens a view of its own. */
  opens?: boolean;
  /** The key that does the same from where it is, so that it is no stop of its own. */
  shortcut?: string;
  disabled?: boolean;
  onClick: (button: HTMLElement) => void;
}

/** A button of the panel's upper edge: a sign with its name. */
export function ToolButton({ title, sign, opens, shortcut, disabled, onClick }: Props) {
  return (
    <button
      type="button"
      class="tool"
      disabled={disabled}
      tabIndex={shortcut ? -1 : undefined}
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
