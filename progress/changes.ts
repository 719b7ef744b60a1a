import type { ProgressRecord } from './records.ts';

/** The beginning of the keys of some records: their course, or course and kind, or more. */
export type Prefix = readonly string[];
/** A prefix as a reader of progress gives it: `ANY` stands for any course. */
export type Start = readonly (string | null)[];
/** What was written, as prefixes of the keys; undefined if it may be anything. */
export type Touched = readonly Prefix[] | undefined;

/** Any course, in a `Start`. */
export const ANY = null;

/** The prefix under which entries of the log of actions are announced. They are no records and have a store of their own. */
export const ACTION_LOG: Prefix = ['*', 'action'];

/** Records that this document has written. */
export interface Write {
  records: readonly ProgressRecord[];
  /** Whether they are in the fallback store, because the database cannot be opened. */
  inFallback: boolean;
}

/** @param own whether this document has written it */
type Listener = (touched: Touched, own: boolean) => void;

const listeners = new Set<Listener>();
const writeListeners = new Set<(write: Write) => void>();

/** Calls all `callbacks`. What is written is written, so an error in one of them must not look like a failed write. */
function callAll<Args extends unknown[]>(callbacks: Iterable<(...args: Args) => void>, ...args: Args): void {
  for (const callback of callbacks) {
    try {
      callback(...args);
    } catch (error) {
      reportError(error);
    }
  }
}

/** Makes this document read again whatever it shows under `touched`, or everything. Other documents are not told. */
export function tellAll(touched?: Touched): void {
  callAll(listeners, touched, false);
}

const isText = (part: unknown) => typeof part === 'string';
/** What another panel's message says. Older versions send nothing, and newer ones may send anything: then all may have changed. */
const touchedIn = (data: unknown): Touched =>
  Array.isArray(data) && data.every((each) => Array.isArray(each) && each.every(isText)) ? data : undefined;

const channel = new BroadcastChannel('waymark-progress');
channel.onmessage = ({ data }) => callAll(listeners, touchedIn(data), false);

/** Tells every document, this one included, that something under `touched` was written, or that anything may have changed. */
export function announceChange(touched?: Touched): void {
  // Panels of older versions ignore the content of the message and read everything.
  channel.postMessage(touched ?? null);
  callAll(listeners, touched, true);
}

/** Announces what this document has written: to every document by prefixes, and to subscribers of `onWrite` with the records. */
export function announceWrite(write: Write, logged: boolean): void {
  announceChange([...prefixesOf(write.records), ...(logged ? [ACTION_LOG] : [])]);
  callAll(writeListeners, write);
}

/**
 * Calls `listener` with the records of every write of this document, right after it is complete. Subscribing the same function
 * again changes nothing.
 */
export function onWrite(listener: (write: Write) => void): void {
  writeListeners.add(listener);
}

/** The prefixes of written records: their courses and kinds, each once, so that a message stays short however many records there are. */
export function prefixesOf(records: readonly { key: Prefix }[]): Prefix[] {
  const prefixes = records.map(({ key }) => key.slice(0, 2));
  return [...new Map(prefixes.map((prefix) => [JSON.stringify(prefix), prefix])).values()];
}

/** Whether something under one of `starts` may have been written: a prefix and a start match if one begins with the other. */
export function isTouched(touched: Touched, starts: readonly Start[]): boolean {
  const matches = (prefix: Prefix, start: Start) =>
    prefix.every((part, at) => at >= start.length || start[at] === ANY || start[at] === part);
  return !touched || touched.some((prefix) => starts.some((start) => matches(prefix, start)));
}

/**
 * Calls `listener` after every change under one of `starts`, or without `starts` after every change, in whichever document.
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

/** For the `when` of a live query: reads again after every change under one of `starts`. */
export function under(...starts: Start[]): (again: () => void) => () => void {
  return (again) => onChange(() => again(), starts);
}
