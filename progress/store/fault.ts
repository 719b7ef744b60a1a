/**
 * What can keep progress from being read or written: another window holds an older version of the database (`blocked`);
 * a newer Waymark wrote it (`newer`); there is no room (`full`); the browser gave the transaction up (`aborted`), or closed
 * the database (`closed`); or something else that only the browser can name (`failed`).
 */
export type FaultKind = 'blocked' | 'newer' | 'full' | 'aborted' | 'closed' | 'failed';

const KINDS: Record<string, FaultKind> = {
  VersionError: 'newer',
  AbortError: 'aborted',
  InvalidStateError: 'closed',
};

/** Progress could not be read or written, and nothing was changed. Its message is the browser's own words. */
export class Fault extends Error {
  override name = 'Fault';
  readonly kind: FaultKind;

  constructor(kind: FaultKind, cause: unknown) {
    super(String(cause), { cause });
    this.kind = kind;
  }
}

/** What the browser threw, as a fault. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const name = (error as { name?: string } | null)?.name ?? '';
  // IndexedDB has a name for it, `storage.local` only words.
  return new Fault(/quota/i.test(String(error)) ? 'full' : (KINDS[name] ?? 'failed'), error);
}
