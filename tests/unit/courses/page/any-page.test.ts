import * as fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { type Course, resourcesOf } from '../../../../courses/course.ts';
import { MOST } from '../../../../courses/limits.ts';
import { effortOf } from '../../../effort.ts';
import { courseIn, courseOf, courseWith, documentWith, GOALS } from '../../../fixtures/course-pages.ts';
import { fits } from './fits.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.constantFrom(
    GOALS,
    'Outline',
    'Goals',
    'here',
    '4:33',
    'For bakers:',
    '\u202e',
    '\ud800',
    'x'.repeat(400),
  ),
);
const href = fc.oneof(
  text,
  fc.webUrl(),
  fc.constantFrom(
    'javascript:alert(1)',
    'https://youtu.be/aaaaaaaaaaa',
    '/handbook/values/#a',
    'https://[',
    'http://a',
    '#',
  ),
);
const name = fc.constantFrom(
  ...[
    'h1',
    'h2',
    'h3',
    'h6',
    'p',
    'ul',
    'ol',
    'li',
    'a',
    'strong',
    'table',
    'tr',
    'td',
    'details',
    'summary',
  ],
  ...['iframe', 'input', 'form', 'nav', 'svg', 'br', 'script', 'template', 'div', 'section'],
);
const attributes = fc
  .tuple(fc.constantFrom('id', 'href', 'src', 'title', 'class', 'name', 'type'), href)
  .map(([key, value]) => ` ${key}="${value.replace(/["<>]/g, '')}"`);

/** HTML of any elements in each other, some of them never closed. */
const { html } = fc.letrec<{ html: string }>((tie) => ({
  html: fc.oneof(
    { maxDepth: 6 },
    text,
    fc
      .tuple(
        name,
        fc.array(attributes, { maxLength: 3 }),
        fc.array(tie('html'), { maxLength: 5 }),
        fc.boolean(),
      )
      .map(
        ([tag, all, inside, closed]) =>
          `<${tag}${all.join('')}>${inside.join('')}${closed ? `</${tag}>` : ''}`,
      ),
  ),
}));

describe('any page', () => {
  test('is read without an error, and the course matches the schema', () => {
    const follows = LINK_AND_LIST;
    fc.assert(
      fc.property(fc.array(html, { maxLength: 8 }), (parts) => {
        fits(courseIn(`<div class="td-content">${parts.join('')}${follows}</div>`));
      }),
      { numRuns: 300 },
    );
  });

  test('is read the same way from a document made in another way', () => {
    fc.assert(
      fc.property(fc.array(html, { maxLength: 8 }), (parts) => {
        const { document } = parseHTML(
          `<html><body><div class="td-content">${parts.join('')}</div></body></html>`,
        );
        fits(courseOf(document));
      }),
      { numRuns: 300 },
    );
  });
});

const LINK_AND_LIST =
  '<p><a href="https://example.org/last">Last</a></p><h2>Goals</h2><ul><li>Bake</li></ul>';

describe('a malicious page', () => {
  test('is plain text: escaped markup stays text, and scripts aren’t read', () => {
    const shown = '&lt;script&gt;alert(1)&lt;/script&gt;';
    const course = courseWith(
      `<h2 id="a">${shown}<script>alert(2)</script></h2><p><a href="https://example.org/">${shown}</a></p>`,
    );
    expect(course.sections).toMatchObject([
      { title: '<script>alert(1)</script>', resources: [{ title: '<script>alert(1)</script>' }] },
    ]);
    expect(JSON.stringify(course)).not.toContain('alert(2)');
  });

  test('can’t reverse the text next to it, or say much', () => {
    const course = courseWith(
      `<h2 id="a">${'long '.repeat(1000)}</h2><p><a href="https://example.org/">\u202egnp.exe\u0007 \u2066b</a></p>`,
    );
    expect(course.sections[0]?.resources[0]?.title).toBe('gnp.exe b');
    expect(course.sections[0]?.title.length).toBeLessThanOrEqual(300);
    expect(course.sections[0]?.title).toMatch(/long…$/);
  });

  test('with 100,000 links, headings and items is read up to the limits, at once', async () => {
    const many = (each: (at: number) => string) =>
      Array.from({ length: 100_000 }, (_, at) => each(at)).join('');
    const pages = [
      many((at) => `<a href="https://example.org/${at}">Link ${at}</a> `),
      many((at) => `<h2 id="h${at}">Goals ${at}</h2><a href="https://example.org/${at}">${at}</a>`).slice(
        0,
        3_000_000,
      ),
      `<h2>Goals</h2>${many((at) => `<ul><li>Goal ${at}</li></ul>`)}`,
      // The longest links and titles that are taken.
      many(
        (at) => `<p><a href="https://example.org/${'x'.repeat(1900)}${at}">${'Long '.repeat(60)}</a></p>`,
      ).slice(0, 20_000_000),
    ];
    for (const page of pages) {
      const { document } = parseHTML(documentWith(page));
      let course: ReturnType<typeof courseOf>;
      const effort = await effortOf(() => {
        course = courseOf(document);
      });
      expect(effort).toBeLessThan(5000);
      expect(JSON.stringify(course).length).toBeLessThan(3_000_000);
      fits(course);
    }
    const { document } = parseHTML(documentWith(pages[0] ?? ''));
    expect(resourcesOf(courseOf(document) as Course)).toHaveLength(MOST.resources);
  });

  test('may be nested deeper than it is read', () => {
    const { document } = parseHTML(documentWith('<p>x</p>'));
    let at: Element = document.querySelector('.td-content') as Element;
    for (let depth = 0; depth < 5000; depth++) {
      const child = document.createElement(depth % 2 ? 'li' : 'ul');
      at.append(child);
      at = child;
    }
    const link = document.createElement('a');
    link.setAttribute('href', 'https://example.org/');
    link.append('Deep');
    at.append(link);
    expect(courseOf(document)).toBeUndefined();
  });
});
