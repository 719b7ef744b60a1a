/**
 * Why progress cannot be read or written: an older version has the database open in another window (`blocked`); a newer Waymark
 * wrote the database (`newer`); there is no space left (`full`); the browser aborted the transaction (`aborted`) or closed the
 * database (`closed`); or any other error (`failed`).
 */
export type FaultKind = 'blocked' | 'newer' | 'full' | 'aborted' | 'closed' | 'failed';

const KINDS: Record<string, FaultKind> = {
  VersionError: 'newer',
  AbortError: 'aborted',
  InvalidStateError: 'closed',
};

/** Progress could not be read or written, and nothing was changed. The message is the browser's own. */
export class Fault extends Error {
  override name = 'Fault';
  readonly kind: FaultKind;

  constructor(kind: FaultKind, cause: unknown) {
    super(String(cause), { cause });
    this.kind = kind;
  }
}

/** Turns whatever was thrown into a fault. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const name = (error as { name?: string } | null)?.name ?? '';
  // IndexedDB's quota errors have a name; those of `storage.local` can only be told by their message.
  return new Fault(/quota/i.test(String(error)) ? 'full' : (KINDS[name] ?? 'failed'), error);
}
