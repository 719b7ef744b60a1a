import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { readCourse } from '../../../courses/page/read.ts';
import { pageTree } from '../../../sites/page-tree.ts';
import { coursePage, documentWith, PAGE } from '../../fixtures/course-pages.ts';
import { handbookPage } from '../../fixtures/pages.ts';

function documentOf(html: string): Document {
  const window = new Window({ url: PAGE.address });
  window.document.write(html);
  return window.document as unknown as Document;
}

const PATHWAY = '/handbook/marketing/developer-relations/community-pathway/';

describe('a page as a tree', () => {
  test.each([
    ['the course page', handbookPage(PATHWAY) ?? ''],
    ...['modules', 'objectives-only', 'recordings', 'tables', 'unfolding'].map((name) => [
      name,
      coursePage(name),
    ]),
  ])('gives the same course after it was sent: %s', (_, html) => {
    const content = pageTree(documentOf(html ?? ''));
    const read = readCourse(content?.tree, PAGE);
    expect(read).toBeDefined();
    expect(content?.whole).toBe(true);
    const sent = JSON.parse(JSON.stringify(content));
    expect(readCourse(sent.tree, PAGE)).toEqual(read);
  });

  test('has no scripts, styles or event handlers', () => {
    const document = documentOf(
      documentWith(
        '<h1>A</h1><p onclick="x()">b<script>c</script><img src="/d.png" onerror="x()"><style>e</style></p>',
      ),
    );
    expect(JSON.stringify(pageTree(document))).not.toMatch(/onclick|onerror|script|style/);
  });

  test('has absolute URLs, resolved by the base of the page', () => {
    const links =
      '<h1>A</h1><a href="x/#y">b</a><iframe src="//example.org/v"></iframe><a href="https://[">c</a>';
    expect(JSON.stringify(pageTree(documentOf(documentWith(links))))).toContain(
      `{"href":"${PAGE.address}x/#y"},"b"],["iframe",{"src":"https://example.org/v"}],["a",{"href":"https://["},"c"]`,
    );
  });

  test('of a very long page has only the beginning, and says so', () => {
    const { tree, whole } =
      pageTree(
        documentOf(
          documentWith(`<h1>A</h1><ul>${'<li><a href="/handbook/x/">x</a></li>'.repeat(25_000)}</ul>`),
        ),
      ) ?? {};
    expect(whole).toBe(false);
    expect(JSON.stringify(tree).length).toBeLessThan(5_000_000);
  });

  test.each(['script', 'embed'])('is read without elements that would load something: %s', (tag) => {
    const link = ['a', { href: 'https://example.org/' }, 'z'];
    const course = readCourse(['div', {}, [tag, { src: 'x' }, 'y', link], ['p', {}, link]] as never, PAGE);
    expect(course?.sections[0]?.resources).toHaveLength(1);
    expect(readCourse(['div', {}, [tag, { src: 'x' }, link]] as never, PAGE)).toBeUndefined();
  });
});
