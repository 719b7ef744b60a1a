import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMovedAddressLookup, followMoves } from '../../../sites/moves.ts';

const HOST = 'https://handbook.gitlab.com';
const tableOf = (moves: Record<string, string>) => ({
  origin: HOST,
  learned: [{ source: '', taken: '', moves }],
});
const addressesOf = (moves: Record<string, string>, path: string) =>
  createMovedAddressLookup(tableOf(moves))(HOST + path).map((address) => address.replace(HOST, ''));

test('the addresses of a page are all that its moves lead through and all pages whose moves end at it, with the same anchor', () => {
  const moves = {
    '/handbook/a/': '/handbook/b/',
    '/handbook/b/': '/handbook/c/',
    '/handbook/x/': '/handbook/c/',
  };
  expect(addressesOf(moves, '/handbook/c/#part')).toEqual([
    '/handbook/b/#part',
    '/handbook/a/#part',
    '/handbook/x/#part',
  ]);
  expect(addressesOf(moves, '/handbook/a/')).toEqual(['/handbook/c/', '/handbook/b/']);
  expect(addressesOf(moves, '/handbook/b/')).toEqual(['/handbook/c/']);
  expect(addressesOf(moves, '/handbook/d/')).toEqual([]);
});

test('a page in a moved folder has its former addresses', () => {
  const moves = { '/handbook/old/*': '/handbook/mid/:splat', '/handbook/mid/*': '/handbook/new/:splat' };
  expect(addressesOf(moves, '/handbook/new/a/b/')).toEqual(['/handbook/mid/a/b/', '/handbook/old/a/b/']);
  expect(addressesOf({ ...moves, '/handbook/old/a/': '/handbook/other/' }, '/handbook/new/a/')).toEqual([
    '/handbook/mid/a/',
  ]);
  expect(addressesOf({ '/handbook/all/*': '/handbook/one/' }, '/handbook/one/')).toEqual(['/handbook/all/']);
});

test('moves to a parent page, to the front page or in a cycle give no addresses', () => {
  expect(addressesOf({ '/handbook/a/b/': '/handbook/a/' }, '/handbook/a/')).toEqual([]);
  expect(addressesOf({ '/handbook/a/b/': '/handbook/a/' }, '/handbook/a/b/')).toEqual([]);
  expect(addressesOf({ '/handbook/a/': '/handbook/' }, '/handbook/')).toEqual([]);
  expect(addressesOf({ '/handbook/a/*': '/handbook/a/' }, '/handbook/a/')).toEqual([]);
  expect(
    addressesOf({ '/handbook/a/': '/handbook/b/', '/handbook/b/': '/handbook/a/' }, '/handbook/a/'),
  ).toEqual([]);
});

test('a move to a folder above its own is followed once', () => {
  expect(addressesOf({ '/handbook/a/b/*': '/handbook/a/:splat' }, '/handbook/a/x/')).toEqual([
    '/handbook/a/b/x/',
  ]);
});

test('the moves of each address end where those of the page do, or at the page, for any table', () => {
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
      for (const other of createMovedAddressLookup(table)(address)) {
        const end = followMoves(table, address) ?? address;
        expect([end, address]).toContain(followMoves(table, other) ?? other);
      }
    }),
  );
});
