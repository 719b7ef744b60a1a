import * as fc from 'fast-check';
import type { ProgressRecord } from '../../../progress/records.ts';

const id = fc.constantFrom('a', 'b', 'c');
const stamp = {
  time: fc.nat(3),
  count: fc.nat(2),
  device: fc.constantFrom('', 'one', 'two'),
};

/** Records of all kinds, with few ids and times, so that many meet. */
export const anyRecord = fc.oneof(
  fc.record({ key: fc.tuple(id, fc.constant('completion'), id), value: fc.boolean(), ...stamp }),
  fc.record({
    key: fc.tuple(id, fc.constant('visit'), id, fc.constantFrom('2026-11-22', '2026-11-23')),
    value: fc.boolean(),
    ...stamp,
  }),
  fc.record({ key: fc.tuple(id, fc.constant('audience')), value: id, ...stamp }),
  fc.record({ key: fc.tuple(fc.constant(''), fc.constant('setting'), id), value: fc.string(), ...stamp }),
  fc.record({
    key: fc.tuple(
      id,
      fc.constant('move'),
      id,
      fc.constantFrom('https://a.example/b/', 'https://a.example/c/'),
    ),
    value: fc.record({
      from: fc.constant('https://a.example/'),
      times: fc.nat(3),
      refused: fc.boolean(),
    }),
    ...stamp,
  }),
) as fc.Arbitrary<ProgressRecord>;

/** `count` completions and visits of one course, each with an id of its own. */
export function manyRecords(count: number, value = true, time = 1): ProgressRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    key: ['a-course', 'visit', `a-resource-of-the-course-${index}`, '2026-11-23'],
    value,
    time: time + index,
    count: 0,
    device: 'b1946ac9-2492-4d23-a8d1-0b4c6a4d4f5e',
  }));
}
