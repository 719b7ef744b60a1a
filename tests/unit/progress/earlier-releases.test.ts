import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runMaintenance } from '../../../progress/backups/maintain.ts';
import { decodeSnapshot } from '../../../progress/backups/snapshot.ts';
import { writeBackup } from '../../../progress/export/format.ts';
import { applyBackup, readBackup } from '../../../progress/export/import.ts';
import { kinds } from '../../../progress/kinds.ts';
import { idOf } from '../../../progress/merge.ts';
import { readProgress } from '../../../progress/progress.ts';
import { isRecord, type ProgressRecord } from '../../../progress/records.ts';
import { replicaOf } from '../../../progress/replica.ts';
import { startProgress } from '../../../progress/start.ts';
import { forgetConnection } from '../../../progress/store/database.ts';
import { exchange, type WhileOn } from '../../../progress/sync/exchange.ts';
import { type Dump, dumps, recordsIn } from '../../fixtures/databases.ts';
import { released } from '../../fixtures/released.ts';
import { MemoryArea } from './memory-area.ts';
import { MemoryReplica } from './memory-replica.ts';
import { FakeArea } from './sync/fake-area.ts';

const COURSE = 'community-learning-pathway';

let area: MemoryArea;
beforeEach(() => {
  area = new MemoryArea();
  startProgress(area);
});
afterEach(async () => {
  forgetConnection();
  await deleteDB('waymark');
});

async function fillDatabase(dump: Dump): Promise<void> {
  const database = await openDB(dump.name, dump.version, {
    upgrade(created) {
      for (const [name, { keyPath, autoIncrement, values }] of Object.entries(dump.stores)) {
        const store = created.createObjectStore(name, { keyPath, autoIncrement });
        for (const value of values) void store.add(value);
      }
    },
  });
  database.close();
}

/** The records of a dump as this version has them: those of 0.1.0 get what their timestamps lack. */
const recordsOf = (dump: Dump) =>
  recordsIn(dump).fitting.map((record) => ({ count: 0, device: '', ...record }) as unknown as ProgressRecord);
const byId = (records: readonly ProgressRecord[]) =>
  Object.fromEntries(records.map((record) => [idOf(record), record]));
const isSynced = ({ key }: ProgressRecord) => kinds[key[1]].sync !== 'never';
const whileOn: WhileOn = (work) => work();

describe.each(dumps)('progress of %s', (_, dump) => {
  test('is read record by record, and stays as it is through maintenance', async () => {
    await fillDatabase(dump);
    if (dump.area) await area.set(dump.area);
    await readProgress(COURSE);
    await runMaintenance();
    expect(byId(await replicaOf().readAll())).toEqual(byId(recordsOf(dump)));
  });

  test('is in the snapshot that this version makes of it', async () => {
    await fillDatabase(dump);
    await runMaintenance();
    const { records, whole } = await decodeSnapshot((await area.get('snapshot:latest'))['snapshot:latest']);
    expect(whole).toBe(true);
    expect(byId(records)).toEqual(byId(recordsOf(dump)));
  });
});

const withBackups = dumps.filter(([, dump]) => Object.keys(dump.area ?? {}).some((key) => key.includes(':')));

test.each(withBackups)('the automatic backups of %s bring everything back', async (_, dump) => {
  await area.set(dump.area ?? {});
  await readProgress(COURSE);
  expect(byId(await replicaOf().readAll())).toEqual(byId(recordsOf(dump)));
});

describe.each(released)('a backup file of %s', (version, { backup, exported }) => {
  const dump = dumps.find(([name]) => name === version)?.[1] as Dump;

  test('is read with all its records', async () => {
    const replica = new MemoryReplica();
    const read = await readBackup(backup, replica, exported);
    if (!('preview' in read)) throw new Error(JSON.stringify(read));
    expect(read.preview.unknown.size).toBe(0);
    await applyBackup(read.preview, replica);
    expect(byId(await replica.readAll())).toEqual(byId(recordsOf(dump)));
  });

  test('is what this version writes for the same records, byte by byte', () => {
    expect(writeBackup(recordsOf(dump).filter(isRecord), version, exported)).toBe(backup);
  });
});

describe.each(released)('a computer with %s in the same sync', (version, { synced, change, changed }) => {
  const records = recordsOf(dumps.find(([name]) => name === version)?.[1] as Dump);
  const grant = (wanted: number) => wanted;

  test('gives this version everything that it syncs, and gets nothing written back', async () => {
    const replica = new MemoryReplica();
    const shared = new FakeArea(synced);
    await exchange(shared, replica, grant, whileOn);
    expect(byId(await replica.readAll())).toEqual(byId(records.filter(isSynced)));
    expect(shared.writes).toEqual([]);
  });

  test('has written what this version writes for the same records, byte by byte', async () => {
    const shared = new FakeArea();
    await exchange(shared, new MemoryReplica(records), grant, whileOn);
    expect(await shared.get()).toEqual(synced);
  });

  test('finds a change of this version in the form that it writes itself', async () => {
    const replica = new MemoryReplica(records);
    await replica.merge([change]);
    const shared = new FakeArea(synced);
    await exchange(shared, replica, grant, whileOn);
    expect(await shared.get()).toEqual(changed);
  });

  test('gives this version its own change', async () => {
    const replica = new MemoryReplica(records);
    const shared = new FakeArea(changed);
    await exchange(shared, replica, grant, whileOn);
    expect(byId(await replica.readAll())[idOf(change)]).toEqual(change);
    expect(shared.writes).toEqual([]);
  });
});
