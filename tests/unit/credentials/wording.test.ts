import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import { verifyText } from '../../../credentials/verify.ts';
import { dumps, recordsIn } from '../../fixtures/databases.ts';
import { badgeBy, NOON, newKey, pack } from './samples.ts';
import { verdictOf030 } from './verdict-of-030.ts';

/** The course as its learner sees it: in the words of its page, or in another language. */
const seen = {
  ...pack,
  title: '潮だまりを読む',
  audiences: pack.audiences.map((audience) => ({
    ...audience,
    title: '歩く人',
    objectives: audience.objectives.map((each) =>
      each.id === 'name-five' ? { ...each, text: 'Name at least five animals' } : each,
    ),
  })),
};
const key = await newKey('EdDSA');
const jwt = await badgeBy(key, { seen });

describe('a badge of a course that the learner saw in other wording than the pack’s', () => {
  test('has the wording that the learner saw, and is never refused because of it', async () => {
    const verified = await verifyText(jwt, [pack], NOON);
    expect(verified).toMatchObject({
      valid: {
        edition: 'worded',
        course: { id: pack.id, title: seen.title, address: pack.address },
        audience: { id: 'walkers', title: '歩く人' },
        objectives: [
          { id: 'name-five', text: 'Name at least five animals' },
          { id: 'read-table', text: '潮汐表を読む' },
        ],
        pack,
      },
    });
  });

  test('has the edition of the pack, which doesn’t depend on the wording', async () => {
    const later = { ...pack, edition: '2026-09' };
    expect(await verifyText(jwt, [later], NOON)).toMatchObject({
      valid: { edition: 'other' },
    });
    expect(await verifyText(jwt, [seen], NOON)).toMatchObject({ valid: { edition: 'other' } });
    expect(await verifyText(jwt, [], NOON)).toMatchObject({ valid: { edition: 'unknown' } });
  });

  test('has the pack’s wording for everything else', async () => {
    const part = { ...seen, audiences: seen.audiences.map((each) => ({ ...each, objectives: [] })) };
    expect(await verifyText(await badgeBy(key, { seen: part }), [pack], NOON)).toMatchObject({
      valid: {
        edition: 'worded',
        objectives: [{ text: 'Name five animals of a tide pool' }, { text: '潮汐表を読む' }],
      },
    });
  });

  test('is refused by Waymark 0.3.0 for its objectives, if that knows the same edition', () => {
    expect(verdictOf030(jwt, pack, true)).toBe('objectives');
    expect(verdictOf030(jwt, pack, false)).toBe('other');
  });
});

test('a badge in the wording of the pack is also valid for Waymark 0.3.0', async () => {
  const same = await badgeBy(key, { seen: pack });
  expect(await verifyText(same, [pack], NOON)).toMatchObject({ valid: { edition: 'same' } });
  expect(verdictOf030(same, pack, true)).toBe('same');
});

const made = dumps.flatMap(([version, dump]) =>
  recordsIn(dump).fitting.flatMap(({ key: [, kind], value }) =>
    kind === 'badge' ? [[version, dump, (value as { jwt: string }).jwt] as const] : [],
  ),
);
test.each(made)('a badge that %s made holds as before', async (_, dump, badge) => {
  const packs = recordsIn(dump).fitting.flatMap(({ key: [, kind], value }) =>
    kind === 'pack' ? [JSON.parse(String(value))] : [],
  );
  expect(await verifyText(badge, [...packs, ...builtInCourses], Date.now())).toMatchObject({
    valid: { edition: 'same' },
  });
});
