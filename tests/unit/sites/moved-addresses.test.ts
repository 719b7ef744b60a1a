import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { followMoves, movedAddresses } from '../../../sites/moves.ts';

const HOST = 'https://handbook.gitlab.com';
const tableOf = (moves: Record<string, string>) => ({
  origin: HOST,
  learned: [{ source: '', taken: '', moves }],
});
const around = (moves: Record<string, string>, path: string) =>
  movedAddresses(tableOf(moves))(HOST + path).map((address) => address.replace(HOST, ''));

test('an address is connected with where it leads and with all that leads to it, anchor by anchor', () => {
  const moves = {
    '/handbook/a/': '/handbook/b/',
    '/handbook/b/': '/handbook/c/',
    '/handbook/x/': '/handbook/c/',
  };
  expect(around(moves, '/handbook/c/#part')).toEqual([
    '/handbook/b/#part',
    '/handbook/a/#part',
    '/handbook/x/#part',
  ]);
  expect(around(moves, '/handbook/a/')).toEqual(['/handbook/c/']);
  expect(around(moves, '/handbook/b/')).toEqual(['/handbook/c/']);
  expect(around(moves, '/handbook/d/')).toEqual([]);
});

test('a page in a folder that moved is connected with where it was', () => {
  const moves = { '/handbook/old/*': '/handbook/mid/:splat', '/handbook/mid/*': '/handbook/new/:splat' };
  expect(around(moves, '/handbook/new/a/b/')).toEqual(['/handbook/mid/a/b/', '/handbook/old/a/b/']);
  expect(around({ ...moves, '/handbook/old/a/': '/handbook/other/' }, '/handbook/new/a/')).toEqual([
    '/handbook/mid/a/',
  ]);
  expect(around({ '/handbook/all/*': '/handbook/one/' }, '/handbook/one/')).toEqual(['/handbook/all/']);
});

test('a page that leads to one above it, to the front page, or in a circle is connected with nothing', () => {
  expect(around({ '/handbook/a/b/': '/handbook/a/' }, '/handbook/a/')).toEqual([]);
  expect(around({ '/handbook/a/b/': '/handbook/a/' }, '/handbook/a/b/')).toEqual([]);
  expect(around({ '/handbook/a/': '/handbook/' }, '/handbook/')).toEqual([]);
  expect(around({ '/handbook/a/*': '/handbook/a/' }, '/handbook/a/')).toEqual([]);
  expect(around({ '/handbook/a/': '/handbook/b/', '/handbook/b/': '/handbook/a/' }, '/handbook/a/')).toEqual(
    [],
  );
});

test('a move that would lead to itself is taken once', () => {
  expect(around({ '/handbook/a/b/*': '/handbook/a/:splat' }, '/handbook/a/x/')).toEqual(['/handbook/a/b/x/']);
});

test('what is connected leads there or comes from there, whatever the table', () => {
  const place = fc.constantFrom(
    '/handbook/a/',
    '/handbook/b/',
    '/handbook/a/b/',
    '/handbook/',
    '/handbook/b/c/d/',
  );
  const target = fc.oneof(
    place,
    fc.constantFrom('/handbook/a/:splat', '/handbook/b/:splat', 'https://x.example/'),
  );
  const key = fc.tuple(place, fc.constantFrom('', '*')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.dictionary(key, target), place, (moves, path) => {
      const address = HOST + path;
      const table = tableOf(moves);
      for (const other of movedAddresses(table)(address)) {
        expect([followMoves(table, address), followMoves(table, other)]).toContain(
          followMoves(table, other) === address ? address : other,
        );
      }
    }),
  );
});
