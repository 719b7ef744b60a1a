import { expect, test } from 'vitest';
import { checkPacks } from '../../../catalog/library.ts';
import { libraryPack } from '../../fixtures/library-pack.ts';

const read = async (id: string, text: string) => (await checkPacks(new Map([[id, text]]))).get(id);

test('a kept pack is read once, and again when it has changed', async () => {
  const text = JSON.stringify(libraryPack());
  const first = await read('how-we-build', text);
  expect(first).toEqual(libraryPack());
  expect(await read('how-we-build', text)).toBe(first);
  const changed = await read('how-we-build', JSON.stringify(libraryPack({ title: 'Another' })));
  expect(changed?.title).toBe('Another');
});

test.each([
  ['is cut off', JSON.stringify(libraryPack()).slice(0, -9)],
  ['lacks what a pack has', '{"id":"how-we-build"}'],
  ['holds a link that is a script', JSON.stringify(libraryPack({ address: 'javascript:alert(1)' }))],
  ['is of another course', JSON.stringify(libraryPack({ id: 'another' }))],
])('a kept pack that %s is no course, and the others are', async (_, text) => {
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
