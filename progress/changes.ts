/** What the keys of some records begin with: their course, or more of them. */
export type Prefix = readonly string[];
/** The same as a reader asks for it: `null` stands for any course. */
export type Start = readonly (string | null)[];
/** What was written, by prefixes of its keys; undefined where it may be anything. */
export type Touched = readonly Prefix[] | undefined;

/** Any course, in a `Start`. */
export const ANY = null;
/** @param own whether this document has written it */
type Listener = (touched: Touched, own: boolean) => void;

const listeners = new Set<Listener>();

function tell(touched: Touched, own: boolean): void {
  for (const listener of listeners) {
    try {
      listener(touched, own);
    } catch (error) {
      // What was written is written, whatever becomes of showing it.
      reportError(error);
    }
  }
}

/** Lets whoever shows progress in this panel read it again: what begins with `touched`, or all of it. */
export function tellAll(touched?: Touched): void {
  tell(touched, false);
}

const isText = (part: unknown) => typeof part === 'string';
/** What another panel has announced. Of an older version that is nothing, and of a newer one it may be anything: then all may have changed. */
const touchedIn = (data: unknown): Touched =>
  Array.isArray(data) && data.every((each) => Array.isArray(each) && each.every(isText)) ? data : undefined;

const channel = new BroadcastChannel('waymark-progress');
channel.onmessage = ({ data }) => tell(touchedIn(data), false);

/** Tells every panel, this one included, that what begins with `touched` was written, or that all may have changed: each reads again what it shows of it. */
export function announceChange(touched?: Touched): void {
  // Panels of older versions ignore what the message says, and read everything.
  channel.postMessage(touched ?? null);
  tell(touched, true);
}

/** Whether something below one of `starts` may have been written: a prefix and a start meet where one begins as the other. */
export function isTouched(touched: Touched, starts: readonly Start[]): boolean {
  const meet = (prefix: Prefix, start: Start) =>
    prefix.every((part, at) => at >= start.length || start[at] === ANY || start[at] === part);
  return !touched || touched.some((prefix) => starts.some((start) => meet(prefix, start)));
}

/**
 * Calls `listener` after every change below one of `starts`, in whichever panel; without them after every change.
 * @returns a function that stops it
 */
export function onChange(listener: (own: boolean) => void, starts?: readonly Start[]): () => void {
  const hear: Listener = (touched, own) => {
    if (!starts || isTouched(touched, starts)) listener(own);
  };
  listeners.add(hear);
  return () => {
    listeners.delete(hear);
  };
}

/** What calls again after every change below one of `starts`: as a live query wants it. */
export function under(...starts: Start[]): (again: () => void) => () => void {
  return (again) => onChange(() => again(), starts);
}
