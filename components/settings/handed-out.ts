import { isOf, type ProgressRecord } from '../../progress/records.ts';
import { withoutSecrets, withoutSecretsIn } from '../../sites/secrets.ts';

/** The text of a pack without the credentials in its addresses; the same text where there are none, or it is no JSON. */
function packWithout(text: string): string {
  try {
    const pack: unknown = JSON.parse(text);
    const left = withoutSecretsIn(pack);
    return JSON.stringify(left) === JSON.stringify(pack) ? text : `${JSON.stringify(left, null, 2)}\n`;
  } catch {
    return text;
  }
}

function withoutIn(record: ProgressRecord): ProgressRecord {
  if (isOf(record, 'note') || isOf(record, 'place') || isOf(record, 'course')) {
    const address = withoutSecrets(record.value.address);
    // The record keeps its kind, which the type of a spread does not know.
    return { ...record, value: { ...record.value, address } } as ProgressRecord;
  }
  if (isOf(record, 'move')) {
    const [course, kind, resource, to] = record.key;
    const from = withoutSecrets(record.value.from);
    return { ...record, key: [course, kind, resource, withoutSecrets(to)], value: { ...record.value, from } };
  }
  return isOf(record, 'pack') ? { ...record, value: packWithout(record.value) } : record;
}

/**
 * Records as they leave the browser in a file: earlier versions kept addresses with the credentials in them. What the reader wrote or
 * quoted, and what is signed, stays as it is. Of two moves that then are one the later counts.
 */
export function handedOut(records: readonly ProgressRecord[]): ProgressRecord[] {
  const moves = new Map<string, ProgressRecord>();
  const others: ProgressRecord[] = [];
  for (const record of records.map(withoutIn)) {
    const id = JSON.stringify(record.key);
    if (!isOf(record, 'move')) others.push(record);
    else if ((moves.get(id)?.time ?? -1) < record.time) moves.set(id, record);
  }
  return [...others, ...moves.values()];
}
