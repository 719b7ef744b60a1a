import * as fc from 'fast-check';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../sites/read-page.ts';
import { handbookPage, missingPage } from '../../fixtures/pages.ts';
import { GUIDE, GUIDE_PAGES } from '../../fixtures/plain-pages.ts';

const RELATIONS = '/handbook/marketing/developer-relations/';

function read(html: string | undefined, url = 'https://handbook.gitlab.com/handbook/values/') {
  if (html === undefined) throw new Error('the test handbook has no such page');
  const window = new Window({ url, settings: { disableJavaScriptEvaluation: true } });
  window.document.write(html);
  return readPage(window.document as unknown as Document);
}

describe('reading a page', () => {
  test('returns the title and the headings in order, without their links to themselves', () => {
    const page = read(handbookPage(`${RELATIONS}community-pathway/`));
    expect(page.kind).toBe('content');
    expect(page.title).toMatch(/^Community Learning Pathway/);
    expect(page.headings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['introduction-video', 'gitlabs-community-programs', 'join-us']),
    );
    expect(page.headings.find(({ id }) => id === 'gitlabs-community-programs')).toEqual({
      id: 'gitlabs-community-programs',
      level: 3,
      text: 'GitLab’s community programs',
    });
  });

  test('returns the language that the page declares', () => {
    expect(read(handbookPage(`${RELATIONS}community-pathway/`)).lang).toBe('en');
    expect(read('<html lang="ja"><body><main><h1>値</h1></main></body></html>').lang).toBe('ja');
    expect(read('<main><h1>Values</h1></main>').lang).toBe('');
  });

  test('distinguishes a missing page, a stub, a list and a page without content', () => {
    expect(read(missingPage()).kind).toBe('missing');
    expect(read(handbookPage(`${RELATIONS}strategy-programs/education-program/`)).kind).toBe('moved');
    expect(read(handbookPage('/tags/community/')).kind).toBe('list');
    expect(read('<p>Nothing of the handbook</p>').kind).toBe('other');
  });

  test('takes the main part of a page by another generator, and its headings without the symbol after them', () => {
    const page = read(GUIDE_PAGES[`${GUIDE}kneading.html`], `https://guild.example${GUIDE}kneading.html`);
    expect(page).toMatchObject({ kind: 'content', title: 'How to knead' });
    expect(page.headings).toEqual([
      { id: 'by-hand', level: 2, text: 'By hand' },
      { id: 'by-machine', level: 2, text: 'By machine' },
    ]);
    expect(read(GUIDE_PAGES[`${GUIDE}stove/`]).kind).toBe('moved');
  });

  test('ignores the navigation tree', () => {
    const page = read(handbookPage('/handbook/values/'));
    expect(page.headings.length).toBeGreaterThan(1);
    expect(page.headings.every(({ id }) => !id.startsWith('m-'))).toBe(true);
  });

  test('returns plain text for a heading with markup or a script', () => {
    const texts = read(handbookPage('/handbook/odd/markup/')).headings.map(({ text }) => text);
    expect(texts).toContain('A bold and a code word');
    expect(texts).toContain(`<img src=x onerror="window.__pwned = 'escaped image'">`);
    expect(texts).toContain('Broken over lines and again');
  });

  test('takes the document’s title for a page without a heading, and an empty one if there is none', () => {
    expect(read(handbookPage('/handbook/odd/untitled/')).title.length).toBeLessThanOrEqual(200);
    expect(read('<title> Only here </title><div class="td-content"></div>').title).toBe('Only here');
    expect(read('').title).toBe('');
  });

  test('returns a thousand of ten thousand headings, and the beginning of a long text', () => {
    expect(read(handbookPage('/handbook/odd/headings/')).headings).toHaveLength(1000);
    const long = read(`<div class="td-content"><h1>${'long '.repeat(10_000)}</h1></div>`);
    expect(long.title).toHaveLength(200);
  });

  test('doesn’t return half a letter of a long title', () => {
    const { title } = read(`<title>${'x'.repeat(199)}😀</title><div class="td-content"></div>`);
    expect(title).toBe(`${'x'.repeat(199)}\ufffd`);
  });

  test('ignores headings with an id that no address can name', () => {
    const half = `<h2 id="${'x'.repeat(199)}😀">Too long</h2><h2 id="\ud83d">Half a sign</h2><h2 id="fine">Fine</h2>`;
    expect(read(`<div class="td-content">${half}</div>`).headings.map(({ id }) => id)).toEqual(['fine']);
  });

  test('returns the document’s own address, whatever the page claims or sets as its base', () => {
    const url = 'https://handbook.gitlab.com/handbook/odd/base/#below';
    expect(read(handbookPage('/handbook/odd/base/'), url).url).toBe(url);
    expect(read(handbookPage('/handbook/odd/wrong-identity/'), url).url).toBe(url);
  });

  test('accepts any document', () => {
    const tag = fc.constantFrom('h1', 'h2', 'h6', 'div', 'a', 'p', 'base', 'meta');
    const element = fc
      .tuple(tag, fc.constantFrom('', ' class="td-content"', ' id="x"', ' id=""'), fc.string())
      .map(([name, attributes, text]) => `<${name}${attributes}>${text}</${name}>`);
    fc.assert(
      fc.property(fc.array(fc.oneof(element, fc.string()), { maxLength: 20 }), (parts) => {
        const page = read(parts.join(''));
        return page.title.length <= 200 && page.headings.every(({ id }) => id !== '');
      }),
      { numRuns: 100 },
    );
  });
});
