import { describe, expect, test } from 'vitest';
import { documentWith } from '../fixtures/course-pages.ts';
import { t } from '../texts.ts';
import { openView } from './panel-parts.ts';
import {
  HANDBOOK,
  RELATIONS,
  SECTIONS,
  untilCurrent,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;

/** Elements whose names shadow the document's own properties. */
const CLOBBERED = [
  ...['body', 'documentElement', 'title', 'location', 'prerendering', 'querySelector', 'querySelectorAll'],
  ...['addEventListener', 'createTreeWalker', 'getSelection', 'elementFromPoint', 'hidden', 'defaultView'],
]
  .map((name) => `<form name="${name}"><input name="classList"><input name="childElementCount"></form>`)
  .join('');

/** Runs in the page before any other script, and breaks the built-in objects that scripts depend on. */
const OVERWRITTEN = `<script>
  for (const [of, names] of [
    [Document.prototype, ['querySelector', 'querySelectorAll', 'createTreeWalker']],
    [Element.prototype, ['getAttribute', 'querySelectorAll', 'matches', 'getBoundingClientRect', 'closest']],
    [Array.prototype, ['push', 'map', 'findLast', 'findIndex', Symbol.iterator]],
    [String.prototype, ['slice', 'trim', 'replace', 'toWellFormed']],
    [window, ['getSelection', 'setTimeout', 'addEventListener', 'ResizeObserver']],
  ]) for (const name of names) of[name] = () => { throw new Error('overwritten'); };
</script>`;

describe('a malicious page', () => {
  const session = useSession();
  const begin = async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    return { page, panel, errors };
  };

  test('whose elements take the places of its document’s own properties is still shown by its address', async () => {
    const { page, panel, errors } = await begin();
    session.server.setPage(
      '/handbook/values/',
      documentWith(`${CLOBBERED}<h1>Values</h1>`, '/handbook/values/'),
    );
    await page.goto(`${HANDBOOK}values/#transparency`);
    await untilSection(panel, SECTIONS.practices);
    session.server.setPage('/handbook/values/', undefined);
    await page.goto(PROGRAM);
    await untilSection(panel, SECTIONS.programs);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('that overwrites what scripts are made of is read like any other', async () => {
    const { page, panel } = await begin();
    const path = '/handbook/overwritten-training/';
    const content = `<h1>Overwritten training</h1><h2 id="a">First</h2>
<ul><li><a href="/handbook/values/">values</a></li></ul>`;
    session.server.setPage(path, documentWith(content, path).replace('<head>', `<head>${OVERWRITTEN}`));
    await page.goto(new URL(path, HANDBOOK).href);
    await openView(panel, 'living.asCourse');
    await untilRegionShows(panel, t('here.title'), 'Overwritten training');
    await page.close();
  });

  test('that embeds what the panel must not load is followed without it', async () => {
    const { page, panel } = await begin();
    const path = '/handbook/embedding-training/';
    const content = `<h1>Embedding training</h1><embed src="/handbook/x/"><object data="/handbook/x/"></object>
<ul><li><a href="/handbook/values/">values</a></li></ul>`;
    session.server.setPage(path, documentWith(content, path));
    await page.goto(new URL(path, HANDBOOK).href);
    await openView(panel, 'living.asCourse');
    await untilRegionShows(panel, t('here.title'), 'Embedding training');
    await page.close();
  });

  test('with 100,000 headings and links is read up to the limits, and the panel goes on working', async () => {
    const { page, panel } = await begin();
    const path = '/handbook/flood/';
    const flood = Array.from(
      { length: 100_000 },
      (_, at) => `<h2 id="h${at}"><a href="javascript:void ${at}">Heading ${at}</a></h2>`,
    );
    session.server.setPage(path, documentWith(`<h1>Flood</h1>${flood.join('')}`, path));
    await page.goto(new URL(path, HANDBOOK).href);
    await untilRegionShows(panel, t('here.title'), t('here.notInCourse'));
    await page.goto(PROGRAM);
    await untilSection(panel, SECTIONS.programs);
    await page.close();
  });

  test('cannot speak to the panel, by whatever messages and events', async () => {
    const { page, panel } = await begin();
    await untilCurrent(panel, 'Education Program');
    await panel.evaluate((lie) => {
      const note = () => {
        if (document.body.textContent?.includes(lie)) document.documentElement.dataset.believed = 'yes';
      };
      new MutationObserver(note).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    }, t('here.missing'));
    const heard = await page.evaluate(
      async (id, url) => {
        const news = { url, kind: 'missing', title: '', headings: [], reading: null };
        const said = { type: 'pageChanged', page: news };
        for (const origin of ['*', location.origin]) postMessage(said, origin);
        for (const name of ['message', 'pageChanged', 'pageshow', 'waymark']) {
          dispatchEvent(new MessageEvent(name, { data: said }));
          document.dispatchEvent(new CustomEvent(name, { detail: said }));
        }
        const channel = new BroadcastChannel('waymark');
        channel.postMessage(said);
        channel.close();
        const runtime = (globalThis as { chrome?: { runtime?: typeof chrome.runtime } }).chrome?.runtime;
        return runtime?.sendMessage?.(id, said).catch(() => undefined);
      },
      session.reader.extensionId,
      PROGRAM,
    );
    expect(heard ?? undefined).toBeUndefined();
    // The content script's report comes last: everything that was sent before it has been received by now, or never will be.
    await page.goto(`${HANDBOOK}values/#transparency`);
    await untilSection(panel, SECTIONS.practices);
    expect(await panel.evaluate(() => document.documentElement.dataset.believed)).toBeUndefined();
    await page.close();
  });

  test('gets nothing of the extension, and cannot frame its panel', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const got = await page.evaluate(async (root) => {
      const files = ['manifest.json', 'sidepanel.html', 'content-scripts/content.js', 'hand-in.html'];
      const fetched = files.map((file) =>
        fetch(root + file).then(
          () => true,
          () => false,
        ),
      );
      let messages = 0;
      addEventListener('message', () => messages++);
      const framed = (src: string) =>
        new Promise((resolve) => {
          const frame = document.createElement('iframe');
          for (const outcome of ['load', 'error']) frame.addEventListener(outcome, resolve);
          frame.src = src;
          document.body.append(frame);
        });
      await framed(`${root}sidepanel.html`);
      // An allowed frame that was added later has loaded, so the first one would have loaded by now.
      await framed(`${location.origin}/handbook/values/`);
      return { fetched: await Promise.all(fetched), messages };
    }, session.reader.extensionUrl);
    expect(got).toEqual({ fetched: [false, false, false, false], messages: 0 });
    const allowed = `${HANDBOOK}values/`;
    for (const frame of page
      .frames()
      .slice(1)
      .filter((each) => each.url() !== allowed)) {
      expect(await frame.evaluate(() => document.querySelector('#app, main')).catch(() => null)).toBe(null);
    }
    await page.close();
  });
});
