import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { readCourse } from '../../courses/page/read.ts';
import { documentOf } from '../../scripts/rendered-page.ts';
import { type PageTree, pageTree } from '../../sites/page-tree.ts';
import { readPage } from '../../sites/read-page.ts';
import { rebuiltPage } from '../../sites/rebuilt-page.ts';
import { stubTarget } from '../../sites/stub.ts';
import { coursePage, documentWith, PAGE } from '../fixtures/course-pages.ts';
import { handbookPage, stubPage } from '../fixtures/pages.ts';
import { fits } from '../unit/courses/page/fits.ts';
import { door } from './door.ts';
import { mutatedData } from './mutated-data.ts';
import { mutatedText } from './mutated-text.ts';

const pages = [
  ...['modules', 'objectives-only', 'recordings', 'tables', 'unfolding'].map(coursePage),
  handbookPage('/handbook/odd/markup/') ?? '',
  stubPage('/handbook/values/'),
  documentWith(
    '<h1>A</h1><form id="f"><input name="nodeName"></form><ul><li><a href="javascript:x">b</a></li></ul>',
  ),
];

/** Makes `document` the one that a content script is in. */
function enterPage(document: Document): void {
  const { Element } = parseHTML('<html></html>');
  Object.assign(globalThis, { document, Element: document.defaultView?.Element ?? Element });
}

/** Makes a page anew where a panel would: in a document that no window shows. */
function rebuilt(tree: unknown): Document | undefined {
  const implementation = {
    createHTMLDocument: () => parseHTML('<html><head></head><body></body></html>').document,
  };
  Object.assign(globalThis, { document: { implementation } });
  return rebuiltPage('', tree);
}

/** A document of a handbook: what is read of it is bounded and fits, as a page, as a stub and as a course. */
export const documents = door({
  name: 'documents',
  any: mutatedText(fc.constantFrom(...pages)),
  enter(html) {
    const document = documentOf(html, PAGE.address);
    // What linkedom makes no document of, a browser does.
    if (!document.documentElement) return false;
    const { title, headings } = readPage(document);
    for (const text of [title, ...headings.flatMap(({ id, text }) => [id, text])])
      assert.ok(text.length <= 200 && text.isWellFormed(), `a text of ${text.length}: ${text.slice(0, 300)}`);
    assert.ok(headings.length <= 1000);
    assert.match(stubTarget(document) ?? 'https://', /^https:\/\//);
    enterPage(document);
    const sent = pageTree();
    if (!sent) return false;
    const page = rebuilt(JSON.parse(JSON.stringify(sent.tree)));
    assert.ok(page, 'a page that was sent is refused');
    const course = readCourse(page, PAGE);
    fits(course);
    return course !== undefined;
  },
});

const trees: PageTree[] = pages.slice(0, 5).map((html) => {
  enterPage(documentOf(html, PAGE.address));
  return pageTree()?.tree ?? '';
});
const many: fc.Arbitrary<PageTree> = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom('p', 'ul', 'script', 'iframe'))
  .map(([count, tag]) => [
    'div',
    {},
    ...Array.from({ length: count }, (): PageTree => [tag, { src: 'x' }, 'y']),
  ]);

/** The tree of a page, from a content script that its page has taken over. */
export const pageTrees = door({
  name: 'trees of pages',
  any: fc.oneof(
    { weight: 20, arbitrary: mutatedData(fc.constantFrom(...trees)) },
    { weight: 1, arbitrary: many },
  ),
  enter(tree) {
    const page = rebuilt(tree);
    if (!page) return false;
    const all = [...page.body.querySelectorAll('*')];
    assert.ok(all.length <= 40_000, `${all.length} elements`);
    for (const { attributes } of all) {
      for (const { name } of attributes) assert.match(name, /^(id|class|role|href|src|title|type)$/);
    }
    fits(readCourse(page, PAGE));
    return true;
  },
});
