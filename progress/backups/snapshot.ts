import * as v from 'valibot';
import { isRecord, type ProgressRecord } from '../records.ts';
import { stampEntries } from '../stamp.ts';

/** All records at one time: lines of JSON, gzipped (a tenth of the room), as base64, which is all that an area takes. */
export const SnapshotSchema = v.object({
  format: v.literal(1),
  time: stampEntries.time,
  /** Number of its records. */
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  records: v.string(),
});

export type Snapshot = v.InferOutput<typeof SnapshotSchema>;

/** Bytes to base64. A call takes only so many arguments, so it goes piece by piece. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(text);
}

/** Makes a snapshot of the records among what `pages` give. */
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

/**
 * The records of a snapshot as an area gave it. What it is made of is read as far as it goes; `whole` says whether that was
 * all of it, be it that some of it only a later version knows.
 */
export async function decodeSnapshot(
  stored: unknown,
): Promise<{ records: ProgressRecord[]; whole: boolean }> {
  const records: ProgressRecord[] = [];
  let read = 0;
  if (!v.is(SnapshotSchema, stored)) return { records, whole: false };
  try {
    const bytes = Uint8Array.from(atob(stored.records), (letter) => letter.charCodeAt(0));
    const text = new Blob([bytes])
      .stream()
      .pipeThrough(new DecompressionStream('gzip'))
      .pipeThrough(new TextDecoderStream());
    let rest = '';
    // Piece by piece as it is inflated: that keeps every task short.
    for (const reader = text.getReader(); ; ) {
      const { done, value = '' } = await reader.read();
      if (done) break;
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
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
