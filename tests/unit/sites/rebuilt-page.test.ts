import { Window } from 'happy-dom';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readCourse } from '../../../courses/page/read.ts';
import { pageTree } from '../../../sites/page-tree.ts';
import { rebuiltPage } from '../../../sites/rebuilt-page.ts';
import { coursePage, documentWith, PAGE } from '../../fixtures/course-pages.ts';
import { handbookPage } from '../../fixtures/pages.ts';

/** Makes a document of `html` the one that the code works in. */
function inDocument(html: string): Document {
  const window = new Window({ url: PAGE.address });
  window.document.write(html);
  vi.stubGlobal('document', window.document);
  vi.stubGlobal('Element', window.Element);
  return window.document as unknown as Document;
}
afterEach(() => vi.unstubAllGlobals());

const PATHWAY = '/handbook/marketing/developer-relations/community-pathway/';

describe('a page as a tree and made anew from it', () => {
  test.each([
    ['the course page', handbookPage(PATHWAY) ?? ''],
    ...['modules', 'objectives-only', 'recordings', 'tables', 'unfolding'].map((name) => [
      name,
      coursePage(name),
    ]),
  ])('reads as the page does: %s', (_, html) => {
    const page = inDocument(html ?? '');
    const there = readCourse(page, PAGE);
    const sent = JSON.parse(JSON.stringify(pageTree()));
    const rebuilt = rebuiltPage('', sent.tree);
    expect(there).toBeDefined();
    expect(sent.whole).toBe(true);
    expect(rebuilt && readCourse(rebuilt, PAGE)).toEqual(there);
  });

  test('takes nothing along that does something', () => {
    inDocument(
      documentWith(
        '<h1>A</h1><p onclick="x()">b<script>c</script><img src="/d.png" onerror="x()"><style>e</style></p>',
      ),
    );
    const text = JSON.stringify(pageTree());
    expect(text).not.toMatch(/onclick|onerror|script|style/);
  });

  test('is cut where a page is longer than anyone reads, and says so', () => {
    inDocument(documentWith(`<h1>A</h1><ul>${'<li><a href="/handbook/x/">x</a></li>'.repeat(25_000)}</ul>`));
    const { tree, whole } = pageTree() ?? {};
    expect(whole).toBe(false);
    expect(JSON.stringify(tree).length).toBeLessThan(5_000_000);
  });

  test.each(['script', 'embed'])('is made without what would load something: %s', (tag) => {
    inDocument('');
    const rebuilt = rebuiltPage('', ['div', {}, [tag, { src: 'x' }, 'y'], ['p', {}, 'z']]);
    expect(rebuilt?.body.innerHTML).toBe('<div><p>z</p></div>');
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
  ])('a tree that a page could not have is refused: %j', (tree) => {
    inDocument('');
    expect(rebuiltPage('', tree)).toBeUndefined();
  });
});

test('a tree of more than a page is taken of is refused', () => {
  inDocument('');
  const parts = (count: number) => ['div', {}, ...Array.from({ length: count }, () => ['p', {}, 'x'])];
  expect(rebuiltPage('', parts(10_000))?.querySelectorAll('p')).toHaveLength(10_000);
  expect(rebuiltPage('', parts(100_000))).toBeUndefined();
});
