import { isOf, type ProgressRecord } from '../../progress/records.ts';
import { withoutSecrets, withoutSecretsIn } from '../../sites/secrets.ts';

/** Removes credentials from the addresses of a pack's JSON text. Returns the same text if there are none or it isn't JSON. */
function cleanPack(text: string): string {
  try {
    const pack: unknown = JSON.parse(text);
    const cleaned = withoutSecretsIn(pack);
    return JSON.stringify(cleaned) === JSON.stringify(pack) ? text : `${JSON.stringify(cleaned, null, 2)}\n`;
  } catch {
    return text;
  }
}

function cleanRecord(record: ProgressRecord): ProgressRecord {
  if (isOf(record, 'note') || isOf(record, 'place') || isOf(record, 'course')) {
    const address = withoutSecrets(record.value.address);
    // TypeScript loses the record's kind in the spread.
    return { ...record, value: { ...record.value, address } } as ProgressRecord;
  }
  if (isOf(record, 'move')) {
    const [course, kind, resource, to] = record.key;
    const from = withoutSecrets(record.value.from);
    return { ...record, key: [course, kind, resource, withoutSecrets(to)], value: { ...record.value, from } };
  }
  return isOf(record, 'pack') ? { ...record, value: cleanPack(record.value) } : record;
}

/**
 * Prepares records for a backup file: removes credentials from addresses, which earlier versions stored with them. The reader's own
 * text, quotes and signed badges stay unchanged. If two moves become the same, the later one is kept.
 */
export function recordsForExport(records: readonly ProgressRecord[]): ProgressRecord[] {
  const moves = new Map<string, ProgressRecord>();
  const others: ProgressRecord[] = [];
  for (const record of records.map(cleanRecord)) {
    const id = JSON.stringify(record.key);
    if (!isOf(record, 'move')) others.push(record);
    else if ((moves.get(id)?.time ?? -1) < record.time) moves.set(id, record);
  }
  return [...others, ...moves.values()];
}
