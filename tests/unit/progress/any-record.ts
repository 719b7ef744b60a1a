import * as fc from 'fast-check';
import type { Kind } from '../../../progress/kinds.ts';
import type { ProgressRecord } from '../../../progress/records.ts';

/** Ids: often one of a few, so that records collide; otherwise any text, including lone surrogates and `__proto__`. */
const anyId = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', '\ud800', '<é🙂\u2028"\\'),
  },
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(fc.integer({ max: 0xffff, min: 0 }), { maxLength: 5 })
    .map((units) => String.fromCharCode(...units)),
);

/** So few ids that most records collide. */
export const fewIds = fc.constantFrom('a', 'b', 'c');

/**
 * A record of any kind.
 * @param latest the latest time (ms) that a record may have
 * @param id the parts of its id
 */
export function anyRecord(latest: number, id: fc.Arbitrary<string> = anyId): fc.Arbitrary<ProgressRecord> {
  const stamp = {
    time: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: latest })),
    count: fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 1_000_000 })),
    device: fc.constantFrom('', 'one', 'two', 'f4c1e2'),
  };
  const day = fc.oneof(
    fc.constantFrom('2026-11-22', '2026-11-23', '1969-12-31', '2026-02-30', '9999-99-99'),
    id,
  );
  // Reading a file drops fields with these names. No objective of a built-in course is called so.
  const objective = id.filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));
  const link = id.map((rest) => `https://${rest}`);
  /** The key and value of a record of each kind. */
  const parts: Record<Kind, { key: fc.Arbitrary<string[]>; value: fc.Arbitrary<unknown> }> = {
    completion: { key: fc.tuple(id, fc.constant('completion'), id), value: fc.boolean() },
    visit: { key: fc.tuple(id, fc.constant('visit'), id, day), value: fc.boolean() },
    audience: { key: fc.tuple(id, fc.constant('audience')), value: id },
    setting: { key: fc.tuple(fc.constant(''), fc.constant('setting'), id), value: id },
    move: {
      key: fc.tuple(id, fc.constant('move'), id, link),
      value: fc.record({ from: link, times: fc.nat(), refused: fc.boolean() }),
    },
    course: {
      key: fc.tuple(fc.constant(''), fc.constant('course'), id),
      value: fc.record({
        source: fc.constantFrom('built-in', 'followed', 'imported'),
        address: fc.oneof(link, fc.constant('')),
        title: id,
        archived: fc.boolean(),
        removed: fc.boolean(),
        place: fc.integer(),
      }),
    },
    pack: { key: fc.tuple(fc.constant('*'), fc.constant('pack'), id), value: id },
    reading: {
      key: fc.tuple(fc.constant('*'), fc.constant('reading'), id),
      value: fc.record({
        version: fc.nat(),
        pack: fc.stringMatching(/^[a-z0-9]{0,7}$/),
        lines: fc.stringMatching(/^([a-z0-9]{5}){0,3}$/),
      }),
    },
    words: {
      key: fc.tuple(fc.constant('*'), fc.constant('words'), id),
      value: fc.dictionary(objective, id, { maxKeys: 3 }),
    },
    place: {
      key: fc.tuple(id, fc.constant('place')),
      value: fc.record({ address: link, title: id, words: id }),
    },
    badge: {
      key: fc.tuple(id, fc.constant('badge'), id),
      value: fc.record({
        jwt: fc.oneof(fc.constant(''), fc.stringMatching(/^[\w-]{1,9}(\.[\w-]{1,9}){2}$/)),
        audience: id,
        made: fc.nat(),
      }),
    },
    note: {
      key: fc.tuple(id, fc.constant('note'), id),
      value: fc.record({
        about: fc.record({ kind: fc.constantFrom('objective', 'resource'), id }),
        words: id,
        quote: id,
        address: fc.oneof(link, fc.constant('')),
        title: id,
        evidence: fc.boolean(),
        made: fc.nat(),
      }),
    },
  };
  const records = Object.values(parts).map((part) => fc.record({ ...part, ...stamp }));
  return fc.oneof(...records) as fc.Arbitrary<ProgressRecord>;
}

/** Records with distinct ids. */
export function anyRecords(latest: number, most = 20): fc.Arbitrary<ProgressRecord[]> {
  return fc.uniqueArray(anyRecord(latest), { maxLength: most, selector: ({ key }) => JSON.stringify(key) });
}
