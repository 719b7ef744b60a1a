import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { closestHeading } from '../../sites/closest-heading.ts';
import { mutatedData } from './mutated-data.ts';
import { fuzzTarget } from './target.ts';

type Receive = (message: unknown, sender: unknown, answer: (answer: unknown) => void) => void;
/** Messages and answers of a page that has compromised its browser process: anything. */
let receive: Receive = () => {};
let answer: unknown;
let wanted: unknown;

// The listeners and the answers are fuzzed. The browser API behind them is fake and returns what each case contains.
Object.assign(globalThis, {
  browser: {
    runtime: { onMessage: { addListener: (listener: Receive) => (receive = listener) } },
    tabs: { sendMessage: async () => answer },
    scripting: { executeScript: async () => [{ result: answer }] },
    windows: { getCurrent: async () => ({ id: 1 }) },
    storage: {
      session: {
        get: async () => ({ noteWanted: wanted }),
        remove: async () => {},
        onChanged: { addListener() {}, removeListener() {} },
      },
    },
  },
});
const { excerptBeingRead, isPageTree, onPage, pageContentIn, selectionIn, showQuote } = await import(
  '../../platform/page-channel.ts'
);
const { onNoteRequest } = await import('../../platform/note-request.ts');

const page = {
  url: 'https://handbook.gitlab.com/handbook/values/',
  kind: 'content',
  title: 'GitLab Values',
  headings: [
    { id: 'transparency', level: 2, text: 'Transparency' },
    { id: '__proto__', level: 3, text: '' },
  ],
  reading: 'transparency',
};
const messages = [
  { type: 'pageChanged', page },
  { type: 'pageChanged', page: { ...page, kind: 'missing', headings: [], reading: null } },
  { type: 'pageOpened', url: page.url },
];
const senders = [{ tab: { id: 7 }, frameId: 0 }, { tab: { id: 7 }, frameId: 3 }, { frameId: 0 }, {}];

/** Checks that the information about a page is limited in size, however large the page is. */
function assertBounded(info: typeof page): void {
  const { url, kind, title, headings, reading } = info;
  for (const text of [url, title, reading ?? '']) assert.ok(typeof text === 'string' && text.length <= 2000);
  assert.ok(['content', 'missing', 'moved', 'list', 'other'].includes(kind));
  assert.ok(headings.length <= 1000, `${headings.length} headings`);
  for (const { id, level, text } of headings) {
    assert.ok(id.length <= 2000 && text.length <= 2000 && [2, 3, 4, 5, 6].includes(level));
  }
  const closest = closestHeading('transparent', title, headings as never);
  assert.ok(!closest || (headings as unknown[]).includes(closest));
}

/** Information from pages: it is only accepted if it matches the schema and comes from the main frame of a tab. */
export const pageInfo = fuzzTarget({
  name: 'messages of pages',
  any: fc.tuple(mutatedData(fc.constantFrom(...messages)), fc.constantFrom(...senders)),
  accepts([message, sender]) {
    const heard: unknown[] = [];
    let watched: unknown;
    onPage((tabId, url, info) => {
      heard.push(tabId);
      assert.ok(url.length <= 2000);
      if (info) assertBounded(info as never);
      return true;
    });
    receive(message, sender, (said) => {
      watched = said;
    });
    assert.equal(watched, heard.length > 0 ? true : undefined);
    assert.ok(heard.length === 0 || (sender.tab && sender.frameId === 0));
    return heard.length > 0;
  },
});

/** One valid answer to each question to a page, and what the background leaves. */
const answers = fc.constantFrom<unknown>(
  'We share by default',
  true,
  { quote: 'We share by default', heading: 'transparency', url: page.url },
  { tree: ['div', { class: 'td-content' }, 'text'], whole: true, lang: 'en', url: page.url },
  { windowId: 1, time: Date.now() },
);

/** Answers of pages, and what the background leaves for the panel. */
export const pageAnswers = fuzzTarget({
  name: 'answers of pages',
  any: mutatedData(answers),
  async accepts(said) {
    answer = said;
    wanted = said;
    const words = await excerptBeingRead(7);
    assert.ok(typeof words === 'string' && words.length <= 200);
    const shown = await showQuote(7, 'x', 'y');
    assert.ok(shown === undefined || typeof shown === 'boolean');
    const selected = await selectionIn(7);
    assert.ok(!selected || (selected.quote.length <= 10_000 && selected.heading.length <= 200));
    const content = await pageContentIn(7);
    assert.ok(!content || (isPageTree(content.tree) && typeof content.whole === 'boolean'));
    let notes = 0;
    onNoteRequest(() => notes++)();
    await new Promise(setImmediate);
    assert.ok(notes === 0 || (said as { windowId?: unknown }).windowId === 1);
    return words !== '' || shown !== undefined || !!selected || !!content || notes > 0;
  },
});
