import { useAction } from '../ui/use-action.ts';

interface Props {
  label: string;
  isOn: boolean;
  disabled: boolean;
  /** The name of the action, under which it runs only once in the panel. */
  name: string;
  /** Saves the choice. */
  onSwitch: (on: boolean) => Promise<unknown>;
}

/** A setting that is on or off. */
export function Switch({ label, isOn, disabled, name, onSwitch }: Props) {
  const [isRunning, start] = useAction(onSwitch, name);
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={isOn}
        disabled={disabled}
        aria-disabled={isRunning || undefined}
        onClick={(event) => {
          // The box changes when the choice has been saved, like all checkboxes of the panel.
          event.preventDefault();
          start(!isOn);
        }}
      />
      <span>{label}</span>
    </label>
  );
}
