/** The reads and writes in the progress database that `countReads` has counted here. */
export interface Reads {
  /** The packs that were read, each as often as it was read. */
  packs: number;
  /** The number of reading places that were saved. */
  places: number;
}

declare global {
  var readsHere: Reads | undefined;
}

/** Starts to count reads and writes here. Runs in the panel or the background, so it uses nothing outside itself. */
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

/** Returns what was counted here and resets it. Runs where `countReads` ran. */
export function readsSince(): Reads | undefined {
  const reads = globalThis.readsHere && { ...globalThis.readsHere };
  if (globalThis.readsHere) Object.assign(globalThis.readsHere, { packs: 0, places: 0 });
  return reads;
}
