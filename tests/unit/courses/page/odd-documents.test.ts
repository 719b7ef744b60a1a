import * as fc from 'fast-check';
import { DOMParser, parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { readCourse } from '../../../../courses/page/read.ts';
import { courseWith, documentWith, PAGE } from '../../../fixtures/course-pages.ts';
import { fits } from './fits.ts';

describe('a document', () => {
  test('may be of any kind: empty, without a body, XML, taken out of its document', () => {
    const xml = (text: string) => new DOMParser().parseFromString(text, 'text/xml') as unknown as Document;
    const { document } = parseHTML(documentWith('<h1>A</h1><p><a href="https://example.org/">B</a></p>'));
    const content = document.querySelector('.td-content') as Element;
    const whole = readCourse(document, PAGE);
    expect(whole).toBeDefined();
    content.remove();
    expect(readCourse(document, PAGE)).toBeUndefined();
    // What holds the content need not be a document.
    const fragment = document.createDocumentFragment();
    fragment.append(content);
    expect(readCourse(fragment as unknown as Document, PAGE)?.sections).toEqual(whole?.sections);
    expect(readCourse(parseHTML('').document, PAGE)).toBeUndefined();
    expect(readCourse(xml('<feed/>'), PAGE)).toBeUndefined();
    // In XML, names are as they are written: it is no page of a handbook.
    const noted = xml(
      '<html><div class="td-content"><?go on?><![CDATA[<a>]]><!-- x --><a href="https://example.org/">B</a></div></html>',
    );
    expect(readCourse(noted, PAGE)).toBeUndefined();
  });

  test('may be no document at all, or one that answers everything wrongly', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (answer, child) => {
        const strange = { nodeType: 1, nodeName: 'A', childNodes: [child], getAttribute: () => answer };
        const documents = [
          answer,
          { querySelector: () => answer },
          { querySelector: () => ({ childNodes: answer }), title: child },
          { querySelector: () => ({ childNodes: [strange, child] }), title: answer },
        ];
        for (const each of documents) fits(readCourse(each as Document, PAGE));
      }),
      { numRuns: 1000 },
    );
    const never = new Proxy({}, { get: () => never, has: () => true });
    expect(readCourse(never as Document, PAGE)).toBeUndefined();
    const endless = { nodeType: 1, nodeName: 'LI', getAttribute: () => '', childNodes: [] as unknown[] };
    endless.childNodes.push(endless, endless);
    fits(readCourse({ querySelector: () => endless, title: '' } as unknown as Document, PAGE));
  });

  test('may shadow the document’s own methods', () => {
    const shadows = { querySelector: null } as unknown as Document;
    expect(readCourse(shadows, PAGE)).toBeUndefined();
    const form = '<form><input name="nodeName"><input name="matches"><input name="childNodes"></form>';
    expect(courseWith(`${form}<p><a href="https://example.org/">Elsewhere</a></p>`).sections).toHaveLength(1);
  });
});
