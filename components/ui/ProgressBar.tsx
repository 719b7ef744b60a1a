import { isDone, type Tally } from '../../courses/status.ts';

/** With more sections their segments would be too narrow to be told apart. */
export const MOST_SEGMENTS = 40;

const percent = ({ done, total }: Tally) => (total === 0 ? 0 : Math.round((100 * done) / total));

export function Fill(tally: Tally) {
  return <progress aria-hidden="true" max={100} value={percent(tally)} />;
}

/** How many of these sections have something to do, all of which is done. */
export const finishedOf = (parts: readonly Tally[]) => parts.filter(isDone).length;

interface Props {
  /** Each section's progress, in order. */
  parts: readonly Tally[];
  /** The index of the section to outline. */
  current?: number;
  /** Its accessible name. Without one it is decoration. */
  label: string | undefined;
  isNarrow: boolean;
}

/** A course's progress as an image: one segment a section, or a single one if there are too many. */
export function ProgressBar({ parts, current, label, isNarrow }: Props) {
  const shown = parts.length > MOST_SEGMENTS ? [{ done: finishedOf(parts), total: parts.length }] : parts;
  return (
    <div
      class={isNarrow ? 'bar narrow' : 'bar'}
      role="img"
      aria-label={label}
      aria-hidden={label === undefined || undefined}
    >
      {shown.map((part, at) => (
        <span key={at} class={at === current && shown === parts ? 'current' : ''}>
          <Fill {...part} />
        </span>
      ))}
    </div>
  );
}
