import { expect, test } from 'vitest';
import { checkPacks } from '../../../catalog/library.ts';
import { libraryPack } from '../../fixtures/library-pack.ts';

const read = async (id: string, text: string) => (await checkPacks(new Map([[id, text]]))).get(id);

test('a stored pack is checked once, and again after a change', async () => {
  const text = JSON.stringify(libraryPack());
  const first = await read('how-we-build', text);
  expect(first).toEqual(libraryPack());
  expect(await read('how-we-build', text)).toBe(first);
  const changed = await read('how-we-build', JSON.stringify(libraryPack({ title: 'Another' })));
  expect(changed?.title).toBe('Another');
});

test.each([
  ['is cut off', JSON.stringify(libraryPack()).slice(0, -9)],
  ['lacks required fields', '{"id":"how-we-build"}'],
  ['has a link that is a script', JSON.stringify(libraryPack({ address: 'javascript:alert(1)' }))],
  ['is of another course', JSON.stringify(libraryPack({ id: 'another' }))],
])('a stored pack that %s is not a course; the others are', async (_, text) => {
  const fits = JSON.stringify(libraryPack({ id: 'fits' }));
  const courses = await checkPacks(
    new Map([
      ['how-we-build', text],
      ['fits', fits],
    ]),
  );
  expect(courses.get('how-we-build')).toBe(undefined);
  expect(courses.has('how-we-build')).toBe(true);
  expect(courses.get('fits')?.id).toBe('fits');
});
