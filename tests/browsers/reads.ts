/** What was read and written in the database of progress since `countReads` ran here. */
export interface Reads {
  /** Packs of courses that were read, each as often as it was. */
  packs: number;
  /** Places in a course that were kept. */
  places: number;
}

declare global {
  var readsHere: Reads | undefined;
}

/** Counts from now on what is read and written here. Runs in the panel or the background, and needs nothing around it. */
export function countReads(): void {
  const reads = { packs: 0, places: 0 };
  globalThis.readsHere = reads;
  const { getAll, put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.getAll = function (...args: Parameters<typeof getAll>) {
    const request = getAll.apply(this, args);
    request.addEventListener('success', () => {
      for (const record of request.result) reads.packs += Number(record?.key?.[1] === 'pack');
    });
    return request;
  };
  IDBObjectStore.prototype.put = function (value, ...key) {
    reads.places += Number(value?.key?.[1] === 'place');
    return put.call(this, value, ...key);
  };
}

/** What was counted here, which begins anew. Runs where `countReads` did. */
export function readsSince(): Reads | undefined {
  const reads = globalThis.readsHere && { ...globalThis.readsHere };
  if (globalThis.readsHere) Object.assign(globalThis.readsHere, { packs: 0, places: 0 });
  return reads;
}
