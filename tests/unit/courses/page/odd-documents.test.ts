import * as fc from 'fast-check';
import { DOMParser, parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { readCourse } from '../../../../courses/page/read.ts';
import { type PageTree, pageTree } from '../../../../sites/page-tree.ts';
import { courseOf, courseWith, documentWith, PAGE } from '../../../fixtures/course-pages.ts';
import { fits } from './fits.ts';

describe('a document', () => {
  test('may be of any kind: empty, without a body, XML, or removed from its document', () => {
    const xml = (text: string) => new DOMParser().parseFromString(text, 'text/xml') as unknown as Document;
    const { document } = parseHTML(documentWith('<h1>A</h1><p><a href="https://example.org/">B</a></p>'));
    const content = document.querySelector('.td-content') as Element;
    const whole = courseOf(document);
    expect(whole).toBeDefined();
    content.remove();
    expect(courseOf(document)).toBeUndefined();
    // The content need not be in a document.
    const fragment = document.createDocumentFragment();
    fragment.append(content);
    expect(courseOf(fragment as unknown as Document)?.sections).toEqual(whole?.sections);
    expect(courseOf(parseHTML('').document)).toBeUndefined();
    expect(courseOf(xml('<feed/>'))).toBeUndefined();
    const noted = xml(
      '<html><div class="td-content"><?go on?><![CDATA[<b>]]><!-- x --><a href="https://example.org/">B</a></div></html>',
    );
    expect(JSON.stringify(pageTree(noted)?.tree)).not.toMatch(/go on|<b>|<!--| x /);
    fits(courseOf(noted));
  });

  test('may be another object, or one with wrong answers', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (answer, child) => {
        const strange = { nodeType: 1, nodeName: 'A', childNodes: [child], getAttribute: () => answer };
        const documents = [
          answer,
          { querySelector: () => answer },
          { querySelector: () => ({ childNodes: answer }), title: child },
          { querySelector: () => ({ childNodes: [strange, child] }), title: answer },
        ];
        for (const each of documents) fits(readCourse(pageTree(each as Document)?.tree, PAGE));
      }),
      { numRuns: 1000 },
    );
    const never = new Proxy({}, { get: () => never, has: () => true });
    expect(readCourse(pageTree(never as Document)?.tree, PAGE)).toBeUndefined();
    const endless = { nodeType: 1, nodeName: 'LI', getAttribute: () => '', childNodes: [] as unknown[] };
    endless.childNodes.push(endless, endless);
    fits(readCourse(pageTree({ querySelector: () => endless } as unknown as Document)?.tree, PAGE));
  });

  test('may shadow the document’s own methods', () => {
    const shadows = { querySelector: null } as unknown as Document;
    expect(pageTree(shadows)).toBeUndefined();
    const form = '<form><input name="nodeName"><input name="matches"><input name="childNodes"></form>';
    expect(courseWith(`${form}<p><a href="https://example.org/">Elsewhere</a></p>`).sections).toHaveLength(1);
  });
});

test('reading anything instead of a tree doesn’t throw', () => {
  fc.assert(
    fc.property(fc.anything(), (tree) => {
      fits(readCourse(tree as PageTree, PAGE));
      fits(readCourse(['div', {}, tree] as PageTree, PAGE));
    }),
    { numRuns: 1000 },
  );
});
