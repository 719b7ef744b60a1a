import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { completions, NOW } from '../samples.ts';
import { Computer } from './computer.ts';

const MINUTE = 60_000;
const pass = (time: number) => vi.advanceTimersByTimeAsync(time);

let stops: (() => void)[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'], now: NOW });
  stops = [];
});
afterEach(async () => {
  for (const stop of stops) stop();
  await pass(MINUTE);
  vi.useRealTimers();
});

test('a panel syncs nothing once another has deleted everything, even before it learns of that', async () => {
  const [other, computer] = [new Computer('there'), new Computer('here')];
  await other.write(...completions(3));
  stops.push(other.openPanel().stop, computer.openPanel().stop);
  await pass(MINUTE);
  // The other panel also switched sync off. The browser will tell this one in a moment.
  computer.on = false;
  for (const [name, json] of other.area.items) computer.area.arrive(name, json);
  await pass(MINUTE);
  expect(await computer.replica.readAll()).toEqual([]);
  expect(computer.area.writes).toHaveLength(0);
});
