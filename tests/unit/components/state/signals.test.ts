import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { liveSignal, remembered } from '../../../../components/state/signals.ts';

/** Questions that are answered when the test says so. */
function openQuestions() {
  const asked: { key: string; answer: (found: string) => void }[] = [];
  const again: (() => void)[] = [];
  const key = signal('a');
  const live = liveSignal<string>(
    () => key.value,
    (of) => ({
      read: () => new Promise<string>((answer) => asked.push({ key: of, answer })),
      when: (changed) => {
        again.push(changed);
        return () => void again.splice(again.indexOf(changed), 1);
      },
    }),
  );
  const settle = async (at: number, found: string) => {
    asked[at]?.answer(found);
    await new Promise((done) => setTimeout(done));
  };
  return { key, live, asked, again, settle };
}

test('nothing is asked before it is started, and each key once', async () => {
  const { key, live, asked, settle } = openQuestions();
  expect(live.answer.value).toMatchObject({ key: 'a', found: undefined });
  expect(asked).toEqual([]);
  live.start();
  await settle(0, 'of a');
  key.value = 'a';
  expect(asked.map((each) => each.key)).toEqual(['a']);
  expect(live.answer.value.found).toBe('of a');
});

test('with another key the answer is gone at once, and a late one to the old key is dropped', async () => {
  const { key, live, settle } = openQuestions();
  live.start();
  await settle(0, 'of a');
  key.value = 'b';
  expect(live.answer.value).toMatchObject({ key: 'b', found: undefined });
  key.value = 'c';
  await settle(1, 'of b');
  expect(live.answer.value).toMatchObject({ key: 'c', found: undefined });
  await settle(2, 'of c');
  expect(live.answer.value).toMatchObject({ key: 'c', found: 'of c' });
});

test('it is read again when something has changed, and not after it was stopped', async () => {
  const { live, asked, again, settle } = openQuestions();
  const stop = live.start();
  await settle(0, 'first');
  again[0]?.();
  expect(live.answer.value.found).toBe('first');
  await settle(1, 'second');
  expect(live.answer.value.found).toBe('second');
  stop();
  expect(again).toEqual([]);
  expect(asked).toHaveLength(2);
});

test('a remembered value follows from the one before, as soon as what it reads changes', () => {
  const page = signal<string | undefined>('a');
  const last = remembered<string | undefined>(undefined, (before) => page.value ?? before);
  expect(last.value).toBe('a');
  page.value = undefined;
  expect(last.value).toBe('a');
  page.value = 'b';
  expect(last.value).toBe('b');
});
