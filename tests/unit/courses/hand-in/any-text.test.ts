import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handInOf } from '../../../../courses/hand-in/hand-in.ts';
import { handInMarkdown } from '../../../../courses/hand-in/markdown.ts';
import { withoutSecrets } from '../../../../sites/secrets.ts';
import { all, itemsOf, parsed, shown } from './read-back.ts';
import { choiceOf, course, JUNE, labels, noteOf, PAGE, wildText } from './samples.ts';

/** What of a text is to be seen, by other means than the ones under test: its lines without what is no text. */
const seen = (text: string) =>
  text
    .toWellFormed()
    .split(/[\r\n\u2028\u2029]/)
    .map((line) =>
      [...line]
        .filter((sign) => /\s/.test(sign) || !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(sign))
        .join('')
        .split(/\s/)
        .filter(Boolean)
        .join(' '),
    )
    .filter(Boolean);

/** What no text of others may become. */
const NEVER = [
  ...['html', 'code', 'image', 'heading', 'table', 'thematicBreak', 'emphasis', 'strong', 'delete', 'break'],
  ...['definition', 'linkReference', 'imageReference', 'footnoteDefinition', 'footnoteReference'],
];
/** What GitLab would find in text, where it is not in code. */
const MENTION = /@\w/;
const EMOJI = /:[\w+-]+:/;
const REFERENCE = /(^|[^\\])[#!~%$&^]\d/;

const markdownOf = (quote: string, words: string, title = 'GitLab Values') =>
  handInMarkdown(
    handInOf(
      choiceOf({
        completed: new Map([['first', JUNE]]),
        visited: new Map([['a', '2026-06-01']]),
        notes: [
          noteOf({ quote, text: words, title }),
          noteOf({ quote, text: words, title, about: { kind: 'resource', id: 'a' } }),
        ],
      }),
    ),
    labels,
  );

describe('any quote and note', () => {
  test('are read back from the list as the same items with the same states and text', () => {
    fc.assert(
      fc.property(wildText(800), wildText(1200), (quote, words) => {
        const items = itemsOf(parsed(markdownOf(quote, words)));
        expect(items.map(({ checked, text }) => [checked, text])).toEqual([
          [false, 'Say hello'],
          [true, 'Say what it is (2026-06-01)'],
          [undefined, 'Values (2026-06-01)'],
          [false, 'Say why'],
        ]);
        const lines = seen(quote);
        for (const index of [1, 2]) {
          expect(items[index]?.quotes).toEqual(lines.length > 0 ? [[...lines, '— GitLab Values']] : []);
          expect(items[index]?.words).toEqual(seen(words));
          expect(items[index]?.notes).toBe(lines.length + seen(words).length > 0 ? 1 : 0);
        }
        expect(items.filter(({ boxesInNotes }) => boxesInNotes > 0)).toEqual([]);
        for (const index of [0, 3]) expect(items[index]?.kinds).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  test('make no HTML, block, link or reference', () => {
    fc.assert(
      fc.property(wildText(800), wildText(1200), (quote, words) => {
        const root = parsed(markdownOf(quote, words));
        const made = root.children.filter(({ type }) => type === 'list').flatMap(all);
        expect(made.filter(({ type }) => NEVER.includes(type))).toEqual([]);
        const links = made.flatMap((each) => (each.type === 'link' ? [each.url] : []));
        expect(links.filter((url) => !url.startsWith(PAGE))).toEqual([]);
        for (const each of made) {
          if (each.type === 'text') expect(each.value).not.toMatch(MENTION);
          if (each.type === 'text') expect(each.value).not.toMatch(EMOJI);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('make no quick action, and every reference character is in code or escaped', () => {
    fc.assert(
      fc.property(wildText(800), wildText(1200), (quote, words) => {
        const markdown = markdownOf(quote, words);
        for (const line of markdown.split(/[\r\n]/)) {
          expect(line).not.toMatch(/^\//);
          if (!/^ +(?:> )?(?!— )/.test(line)) continue;
          const outside = line.replace(/(?<!\\)(`+)(?!`).+?(?<!`)\1(?!`)/g, '').replace(/\\\\/g, '');
          expect(outside.replace(/\]\([^)]*\)/, '')).not.toMatch(REFERENCE);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('titles are treated the same way', () => {
    fc.assert(
      fc.property(wildText(300), (wild) => {
        const title = seen(wild).join(' ') || 'x';
        const [audience] = course.audiences;
        const named = {
          ...course,
          title,
          sections: course.sections.map((section) => ({
            ...section,
            title,
            resources: section.resources.map((resource) => ({ ...resource, title })),
          })),
        };
        const choice = choiceOf(
          {
            visited: new Map([
              ['a', '2026-06-01'],
              ['b', '2026-06-01'],
            ]),
            notes: [noteOf({ title })],
          },
          {
            course: named,
            audience: {
              id: 'all',
              title,
              objectives: (audience?.objectives ?? []).map((each) => ({ ...each, text: title })),
            },
          },
        );
        const root = parsed(handInMarkdown(handInOf(choice), labels));
        expect(root.children.map(({ type }) => type)).toEqual([
          'heading',
          'paragraph',
          'list',
          'heading',
          'list',
          'paragraph',
          'list',
          'heading',
          'list',
        ]);
        expect(itemsOf(root).map(({ text }) => text)).toEqual([
          title,
          title,
          `${title} (2026-06-01)`,
          `${title} (2026-06-01)`,
          title,
        ]);
        const headings = root.children.filter(({ type }) => type === 'heading').map(shown);
        expect(headings).toEqual([title, title, title]);
        expect(itemsOf(root)[1]?.quotes[0]?.at(-1)).toBe(`— ${title}`);
        expect(all(root).filter(({ type }) => type === 'html')).toEqual([]);
      }),
      { numRuns: 800 },
    );
  });

  test('the link of a quote has its exact address, without credentials', () => {
    fc.assert(
      fc.property(wildText(300), (wild) => {
        const address = `https://handbook.gitlab.com/${wild}`;
        const handIn = handInOf(
          choiceOf({ notes: [noteOf({ address })] }, { linkTo: (note) => note.address }),
        );
        const [, item] = itemsOf(parsed(handInMarkdown(handIn, labels)));
        const same = (url: string) => {
          const encoded = url
            .toWellFormed()
            .replace(/[^!-~]|[()<>\\`"]/gu, (sign) =>
              [...new TextEncoder().encode(sign)]
                .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
                .join(''),
            );
          return encoded.toLowerCase();
        };
        expect(item?.links.map((url) => url.toLowerCase())).toEqual([same(withoutSecrets(address))]);
      }),
      { numRuns: 800 },
    );
  });
});
