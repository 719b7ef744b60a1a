import { isSecondClick } from './use-action.ts';

interface Props {
  label: string;
  primary?: boolean;
  disabled: boolean;
  onFile: (file: File) => void;
}

/** A button with which the reader chooses a JSON file. */
export function FileButton({ label, primary, disabled, onFile }: Props) {
  return (
    <label class={`button ${primary ? 'primary' : ''} ${disabled ? 'disabled' : ''}`}>
      {label}
      <input
        type="file"
        accept=".json,application/json"
        disabled={disabled}
        // The second click of a double click on the button that was in its place.
        onClick={isSecondClick}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          // Lets the reader choose the same file again.
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
