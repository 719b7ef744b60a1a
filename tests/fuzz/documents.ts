import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { japanese } from '../../courses/page/languages/ja.ts';
import { readCourse } from '../../courses/page/read.ts';
import { documentOf } from '../../scripts/rendered-page.ts';
import { type PageTree, pageTree } from '../../sites/page-tree.ts';
import { readPage } from '../../sites/read-page.ts';
import { stubTarget } from '../../sites/stub.ts';
import { coursePage, documentWith, PAGE } from '../fixtures/course-pages.ts';
import { handbookPage, stubPage } from '../fixtures/pages.ts';
import { fits } from '../unit/courses/page/fits.ts';
import { fuzzTarget } from './target.ts';
import './messages.ts';
import { mutatedData } from './mutated-data.ts';
import { mutatedText } from './mutated-text.ts';

// Imported after `messages.ts`, which replaces the real browser API.
const { isPageTree } = await import('../../platform/page-channel.ts');

const pages = [
  ...['modules', 'objectives-only', 'recordings', 'tables', 'unfolding'].map((name) => coursePage(name)),
  coursePage('japanese', 'ja'),
  handbookPage('/handbook/odd/markup/') ?? '',
  stubPage('/handbook/values/'),
  documentWith(
    '<h1>A</h1><form id="f"><input name="nodeName"></form><ul><li><a href="javascript:x">b</a></li></ul>',
  ),
];

/** A document of a handbook: its page information, redirect and course are limited in size and match their schemas. */
export const documents = fuzzTarget({
  name: 'documents',
  any: mutatedText(fc.constantFrom(...pages)),
  accepts(html) {
    const document = documentOf(html, PAGE.address);
    // A browser also makes documents of text that linkedom rejects.
    if (!document.documentElement) return false;
    const { title, headings } = readPage(document);
    for (const text of [title, ...headings.flatMap(({ id, text }) => [id, text])])
      assert.ok(text.length <= 200 && text.isWellFormed(), `a text of ${text.length}: ${text.slice(0, 300)}`);
    assert.ok(headings.length <= 1000);
    assert.match(stubTarget(document) ?? 'https://', /^https:\/\//);
    const sent = pageTree(document);
    if (!sent) return false;
    assert.ok(isPageTree(JSON.parse(JSON.stringify(sent.tree))), 'a page that was sent is refused');
    const course = readCourse(sent.tree, sent.lang === 'ja' ? { ...PAGE, language: japanese } : PAGE);
    fits(course);
    return course !== undefined;
  },
});

const trees: PageTree[] = pages.slice(0, 5).map((html) => {
  return pageTree(documentOf(html, PAGE.address))?.tree ?? '';
});
const many: fc.Arbitrary<PageTree> = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom('p', 'ul', 'script', 'iframe'))
  .map(([count, tag]) => [
    'div',
    {},
    ...Array.from({ length: count }, (): PageTree => [tag, { src: 'x' }, 'y']),
  ]);

/** The tree of a page, from a content script that its page has compromised. */
export const pageTrees = fuzzTarget({
  name: 'trees of pages',
  any: fc.oneof(
    { weight: 20, arbitrary: mutatedData(fc.constantFrom(...trees)) },
    { weight: 1, arbitrary: many },
  ),
  accepts(tree) {
    if (!isPageTree(tree)) return false;
    let count = 0;
    const look = (part: PageTree) => {
      count++;
      if (typeof part === 'string') return;
      const [, attributes, ...parts] = part;
      for (const name of Object.keys(attributes)) assert.match(name, /^(id|class|role|href|src|title|type)$/);
      parts.forEach(look);
    };
    look(tree);
    assert.ok(count <= 40_000, `${count} parts`);
    fits(readCourse(tree, PAGE));
    return true;
  },
});
