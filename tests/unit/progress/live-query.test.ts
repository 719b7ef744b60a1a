import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, liveQuery } from '../../../progress/live-query.ts';

/** A store that counts how often each key was written, and a panel that shows one key. */
class World {
  readonly written = new Map<string, number>();
  readonly told: Answer<string>[] = [];
  readonly #listeners = new Map<string, Set<() => void>>();
  /** Settles each read that has not answered yet. */
  readonly #open: ((fails: boolean) => void)[] = [];
  readonly #live = liveQuery<string>((answer) => this.told.push(answer));
  asked = '';
  /** The number of the read that began last, and whether it fails. */
  last = 0;
  lastFails = false;

  contents(key: string): string {
    return `${key} ${this.written.get(key) ?? 0}`;
  }

  ask(key: string): void {
    this.asked = key;
    this.#live.ask({
      key,
      read: () => {
        const found = this.contents(key);
        const turn = ++this.last;
        return new Promise((resolve, reject) => {
          this.#open.push((fails) => {
            if (turn === this.last) this.lastFails = fails;
            if (fails) reject(new Error(found));
            else resolve(found);
          });
        });
      },
      when: (again) => {
        const listeners = this.#listeners.get(key) ?? new Set();
        this.#listeners.set(key, listeners.add(again));
        return () => listeners.delete(again);
      },
    });
  }

  write(key: string): void {
    this.written.set(key, (this.written.get(key) ?? 0) + 1);
    for (const again of this.#listeners.get(key) ?? []) again();
  }

  /** Lets one of the pending reads answer. @returns false if none is pending */
  async answer(which: number, fails: boolean): Promise<boolean> {
    const [settle] = this.#open.splice(which % Math.max(this.#open.length, 1), 1);
    settle?.(fails);
    await new Promise((resolve) => setTimeout(resolve));
    return settle !== undefined;
  }
}

const key = fc.constantFrom('a', 'b');
type Step =
  | { does: 'ask'; key: string }
  | { does: 'write'; key: string }
  | { does: 'answer'; which: number; fails: boolean };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('ask' as const), key }),
  fc.record({ does: fc.constant('write' as const), key }),
  fc.record({ does: fc.constant('answer' as const), which: fc.nat(5), fails: fc.boolean() }),
);

async function take(world: World, step: Step): Promise<void> {
  if (step.does === 'ask') world.ask(step.key);
  else if (step.does === 'write') world.write(step.key);
  else await world.answer(step.which, step.fails);
}

type Told = World['told'][number];

/** Every answer has the key of the current query, and was read for it. */
function expectOfShown(answers: Told[], asked: string): void {
  for (const { key, found } of answers) {
    expect(key).toBe(asked);
    if (found !== undefined) expect(found).toMatch(new RegExp(`^${key} `));
  }
}

/** No answer is older than one before it. */
function expectForward(answers: Told[]): void {
  const versions = answers.flatMap(({ found }) => (found ? [Number(found.slice(2))] : []));
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
}

describe('what the panel shows, whatever order reads and writes come in', () => {
  test('is never of another course, never goes back in time, and ends as what is stored', async () => {
    const property = fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const world = new World();
      world.ask('a');
      let since = 0;
      for (const each of steps) {
        const before = world.told.length;
        if (each.does === 'ask' && each.key !== world.asked) since = before;
        await take(world, each);
        expectOfShown(world.told.slice(before), world.asked);
        expectForward(world.told.slice(since));
      }
      while (await world.answer(0, false));
      const latest = world.told.at(-1);
      expect(latest?.key).toBe(world.asked);
      if (world.lastFails) expect(latest?.failed).toBeDefined();
      else
        expect(latest).toEqual({ key: world.asked, found: world.contents(world.asked), failed: undefined });
    });
    await fc.assert(property, { numRuns: 300 });
  });

  test('a read that hangs does not block a later one', async () => {
    const world = new World();
    world.ask('a');
    world.write('a');
    await world.answer(1, false);
    expect(world.told.map(({ found }) => found)).toEqual(['a 1']);
    await world.answer(0, false);
    expect(world.told.map(({ found }) => found)).toEqual(['a 1']);
  });

  test('a failed read is reported for its own course, together with what was read of that course before', async () => {
    const world = new World();
    world.ask('a');
    await world.answer(0, false);
    world.write('a');
    await world.answer(0, true);
    expect(world.told.at(-1)).toMatchObject({ key: 'a', found: 'a 0', failed: { kind: 'failed' } });
    world.ask('b');
    await world.answer(0, true);
    expect(world.told.at(-1)).toMatchObject({ key: 'b', found: undefined, failed: { kind: 'failed' } });
    world.write('b');
    await world.answer(0, false);
    expect(world.told.at(-1)).toEqual({ key: 'b', found: 'b 1', failed: undefined });
  });

  test('a read that throws at once has failed', async () => {
    const told: Answer<string>[] = [];
    const broken = () => {
      throw new Error('closed');
    };
    liveQuery<string>((answer) => told.push(answer)).ask({ key: 'a', read: broken, when: () => () => {} });
    await new Promise((resolve) => setTimeout(resolve));
    expect(told).toMatchObject([{ key: 'a', found: undefined, failed: { kind: 'failed' } }]);
  });

  test('asking the same query again reads nothing', async () => {
    const world = new World();
    world.ask('a');
    world.ask('a');
    expect(await world.answer(0, false)).toBe(true);
    expect(await world.answer(0, false)).toBe(false);
  });
});
