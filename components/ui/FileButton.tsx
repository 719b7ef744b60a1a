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
