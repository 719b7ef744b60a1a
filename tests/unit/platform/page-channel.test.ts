import { beforeEach, describe, expect, test, vi } from 'vitest';

let answer: unknown;
vi.stubGlobal('browser', {
  scripting: { executeScript: async () => [{ result: answer }] },
  tabs: { sendMessage: async () => answer },
});
const { excerptBeingRead, pageContentIn, selectionIn, showQuote } = await import(
  '../../../platform/page-channel.ts'
);
beforeEach(() => {
  answer = undefined;
});

const contentWith = (tree: unknown) => ({ tree, whole: true, lang: 'en', url: 'https://example.org/' });
const ask = (tree: unknown) => {
  answer = contentWith(tree);
  return pageContentIn(1);
};

describe('the content of a page', () => {
  test('is returned as it was sent', async () => {
    const tree = ['div', { class: 'td-content' }, 'a', ['a', { href: 'https://example.org/' }, 'b']];
    expect(await ask(tree)).toEqual(contentWith(tree));
  });

  test.each([
    [['script!', {}]],
    [['p', { onclick: 'x()' }]],
    [['p', { id: 1 }]],
    [['p', null]],
    [['p', {}, 7]],
    [[1, {}]],
    [{}],
    [null],
  ])('an invalid tree is rejected: %j', async (tree) => {
    expect(await ask(tree)).toBeUndefined();
    expect(await ask(['div', {}, tree])).toBeUndefined();
  });

  test('a tree with too many nodes is rejected', async () => {
    const parts = (count: number) => ['div', {}, ...Array.from({ length: count }, () => ['p', {}, 'x'])];
    expect((await ask(parts(10_000)))?.tree).toHaveLength(10_002);
    expect(await ask(parts(100_000))).toBeUndefined();
  });

  test('a tree with too much text is rejected', async () => {
    const text = 'x'.repeat(1_000_000);
    expect(await ask(['div', {}, ['p', {}, text], 'x'])).toBeDefined();
    expect(await ask(['div', {}, ['p', {}, text], text])).toBeUndefined();
    expect(await ask(['p', { title: 'x'.repeat(2000) }])).toBeDefined();
    expect(await ask(['p', { title: text }])).toBeUndefined();
  });

  test('a tree that is too deep is rejected', async () => {
    const nested = (depth: number) => {
      let tree: unknown[] = ['p', {}];
      for (let level = 0; level < depth; level++) tree = ['p', {}, tree];
      return tree;
    };
    expect(await ask(nested(500))).toBeDefined();
    expect(await ask(nested(601))).toBeUndefined();
    expect(await ask(nested(100_000))).toBeUndefined();
  });
});

test('an invalid answer is dropped', async () => {
  for (const wrong of [undefined, null, 7, 'text', {}, { quote: 1, heading: '', url: '' }]) {
    answer = wrong;
    expect(await pageContentIn(1)).toBeUndefined();
    expect(await selectionIn(1)).toBeUndefined();
    expect(await showQuote(1, 'a', 'b')).toBeUndefined();
  }
  answer = { quote: 'x'.repeat(10_001), heading: '', url: '' };
  expect(await selectionIn(1)).toBeUndefined();
  answer = { toString: () => 'x' };
  expect(await excerptBeingRead(1)).toBe('');
  answer = 'x'.repeat(1000);
  expect(await excerptBeingRead(1)).toHaveLength(200);
});
