import { i18n } from '#i18n';
import { Region } from '../ui/Region.tsx';

/** What the organisation has set, in words. */
export interface ManagedProps {
  set: readonly string[];
  /** What of it does not fit, for the administrator. */
  wrong: readonly string[];
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Says what the reader's organisation has set, and what of it cannot be followed. */
export function Managed({ set, wrong }: ManagedProps) {
  return (
    <Region title={i18n.t('managed.title')}>
      {set.length > 0 && <Lines lines={set} />}
      {wrong.length > 0 && (
        <>
          <p>{i18n.t('managed.wrong')}</p>
          <Lines lines={wrong} />
        </>
      )}
    </Region>
  );
}
