import * as v from 'valibot';
import { isRecord, type ProgressRecord } from '../records.ts';
import { stampEntries } from '../stamp.ts';

/**
 * All records at one time. `records` is one line of JSON per record, gzipped (which makes it ten times smaller), in base64, because
 * a storage area only stores JSON.
 */
export const SnapshotSchema = v.object({
  format: v.literal(1),
  time: stampEntries.time,
  /** Number of records. */
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  records: v.string(),
});

export type Snapshot = v.InferOutput<typeof SnapshotSchema>;

/** Encodes bytes as base64, in pieces, because a function call can only have so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(text);
}

/** Makes a snapshot of those items in `pages` that are records. */
export async function encodeSnapshot(pages: AsyncIterable<unknown[]>): Promise<Snapshot> {
  const gzip = new CompressionStream('gzip');
  const bytes = new Response(gzip.readable).arrayBuffer();
  const writer = gzip.writable.getWriter();
  const encoder = new TextEncoder();
  const time = Date.now();
  let count = 0;
  for await (const page of pages) {
    const records = page.filter(isRecord);
    count += records.length;
    await writer.write(encoder.encode(records.map((record) => `${JSON.stringify(record)}\n`).join('')));
  }
  await writer.close();
  return { format: 1, time, count, records: base64Of(new Uint8Array(await bytes)) };
}

/** The lines of gzipped text in base64, in groups, as they are inflated: that keeps every task short. */
async function* linesOf(base64: string): AsyncGenerator<string[]> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const text = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .pipeThrough(new TextDecoderStream());
  let rest = '';
  for (const reader = text.getReader(); ; ) {
    const { done, value = '' } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
}

/**
 * Reads a snapshot, whatever is stored in its place, up to the first damage.
 * @returns the records, and whether the snapshot is undamaged. It is, too, if it has kinds that only a later version knows.
 */
export async function decodeSnapshot(
  stored: unknown,
): Promise<{ records: ProgressRecord[]; whole: boolean }> {
  const records: ProgressRecord[] = [];
  let read = 0;
  if (!v.is(SnapshotSchema, stored)) return { records, whole: false };
  try {
    for await (const lines of linesOf(stored.records)) {
      for (const line of lines) {
        const record: unknown = JSON.parse(line);
        read++;
        if (isRecord(record)) records.push(record);
      }
    }
  } catch {
    // Damaged from here on.
  }
  return { records, whole: read === stored.count };
}
