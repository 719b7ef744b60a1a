import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../tests/browsers/chromium.ts';
import type { Panel } from '../tests/browsers/reader.ts';
import { openScreen } from '../tests/browsers/screen.ts';
import { serveHandbook } from '../tests/fixtures/server.ts';

/**
 * Takes the pictures for the stores with the build in `.output`, into `docs/store/pictures`: the real browser with the panel next to a
 * page of the test handbook, at the size that both stores require. The README shows the first one. Needs Xvfb, xdotool and ImageMagick.
 */
const PROGRAM =
  'https://handbook.gitlab.com/handbook/marketing/developer-relations/programs/education-program/';
const windowSize = { width: 1280, height: 800 };
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}docs/store/pictures`;

/** The paragraphs of the page, instead of filler text. */
const TEXTS = [
  'For those who teach, and for those who are taught.',
  'Begin with what your class should be able to do at the end of a term. A goal that can be shown in one merged change is worth more than a list of tools that were talked about.',
  'Work in the open from the first week on. Whoever sees how others ask, answer and review learns a good half of it by reading along.',
  'Every team of learners takes one small task to its end: from the open question, through review, to the line in the list of changes that has their names in it.',
  'Teachers keep the tasks that went well, with what made them hard, so that the next class does not begin from nothing.',
];

/** Makes a test page presentable. Runs in the page. */
function dress(texts: string[]): void {
  const note = document.querySelector('.test-note');
  if (note) note.textContent = 'An example page, made for this picture';
  document.querySelectorAll('.td-content p').forEach((paragraph, at) => {
    paragraph.textContent = texts[at % texts.length] ?? '';
  });
}

/** The reader's own text in a note with a quote. */
const WORDS: Record<string, string> = {
  en: 'Show the review threads in week one.',
  ja: '最初の週に、実際のレビューのやり取りを見せる。',
};

/** The views in the order in which they are taken. Each starts where the previous one ended. */
const VIEWS: Record<string, (page: Page, panel: Panel, words: string) => Promise<unknown>> = {
  async panel(page, panel) {
    await page.evaluate(dress, TEXTS);
    await panel.click('.audiences button');
    await panel.waitFor(() => !document.querySelector('.welcome'));
    // Some progress, for a picture that shows what progress looks like.
    for (const row of [1, 2]) await panel.click(`.resource:nth-child(${row}) button.mark`);
    await panel.click('.tick input');
    await panel.click('.undo .tool');
    await panel.evaluate(() => scrollTo(0, 0));
  },
  async note(page, panel, words) {
    await page.evaluate(() =>
      getSelection()?.selectAllChildren(document.querySelectorAll('.td-content p')[2] as Node),
    );
    await panel.click('.resource.here > .tool');
    await panel.waitFor(() => document.querySelector('.note blockquote'));
    await panel.evaluate((words) => {
      document.querySelector<HTMLElement>('.note textarea')?.focus();
      document.execCommand('insertText', false, words);
    }, words);
  },
  async search(page, panel) {
    await panel.click('.note .primary');
    await panel.waitFor(() => document.querySelector('.notes'));
    await page.evaluate(() => getSelection()?.removeAllRanges());
    // Otherwise the mouse would highlight a result.
    await panel.click('h1');
    await panel.press('/');
    await panel.waitFor(() => document.querySelector('.find input'));
    for (const letter of 'education') await panel.press(letter);
  },
};

/** Reduces colours for a small file. The stores require true colour without transparency. */
const shrink = (path: string) =>
  execFileSync('convert', [
    ...[path, '-alpha', 'off', '+dither', '-colors', '256', '-strip'],
    ...['-define', 'png:compression-level=9', '-define', 'png:compression-filter=0'],
    `PNG24:${path}`,
  ]);

/** The small tile for the Chrome Web Store: the signpost and a trail. */
async function takeTile(page: Page): Promise<void> {
  const stops = [40, 130, 220, 310, 400];
  const icon = readFileSync(`${root}assets/icons/waymark.svg`, 'utf8').replace(
    '<svg',
    '<svg x="40" y="62" width="88" height="88"',
  );
  const trail = stops.map(
    (x, at) => `<circle cx="${x}" cy="216" r="${at === 2 ? 10 : 7}" fill="${at < 3 ? '#fff' : '#0b6b4f'}"/>`,
  );
  await page.setViewport({ width: 440, height: 280 });
  await page.setContent(`<body style="margin:0"><svg width="440" height="280" style="display:block;background:#0b6b4f">
    ${icon}<text x="142" y="122" font-family="system-ui" font-size="46" font-weight="700" fill="#fff">Waymark</text>
    <g stroke="#fff" stroke-width="3"><path d="M40 216H400" stroke-opacity=".6"/>${trail.join('')}
    <circle cx="220" cy="216" r="17" fill="none"/></g></svg>`);
  await page.screenshot({ path: `${folder}/tile.png` });
  shrink(`${folder}/tile.png`);
}

// The browser is told to trust this certificate, so that its address bar looks as usual.
const certificate = readFileSync(`${root}tests/fixtures/certificate/test-only-certificate.pem`);
const key = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
const trusted = createHash('sha256').update(key).digest('base64');
const extraArgs = [`--ignore-certificate-errors-spki-list=${trusted}`, '--test-type'];

mkdirSync(folder, { recursive: true });
const server = await serveHandbook();
const screen = await openScreen(windowSize);
try {
  for (const [language, words] of Object.entries(WORDS)) {
    const extensionDir = `${root}.output/chrome-mv3`;
    // Without a window manager the last row and column of pixels stay black.
    const over = { width: windowSize.width + 2, height: windowSize.height + 2 };
    const looks = { headless: false, colorScheme: 'light' as const, language, windowSize: over, extraArgs };
    const reader = await launchChromium({ server, extensionDir, ...looks });
    try {
      const page = await reader.newPage(PROGRAM);
      // Closes the bar “controlled by automated test software”, which only a mouse click can.
      await screen.click(1249, 115, 'left');
      const panel = await reader.openPanel(page);
      // Moves the mouse away, so that no tooltip opens.
      await screen.click(600, 700, 'left');
      for (const other of await page.browser().pages())
        if (other.url() === 'about:blank') await other.close();
      await panel.waitFor(() => document.querySelector('.welcome'));
      for (const [name, show] of Object.entries(VIEWS)) {
        await show(page, panel, words);
        // Time for the browser to paint; there is no event to wait for.
        await new Promise((resolve) => setTimeout(resolve, 1500));
        const path = `${folder}/${language}-${name}.png`;
        await screen.picture(path);
        shrink(path);
      }
      if (language === 'en') await takeTile(await reader.newWindow());
    } finally {
      await reader.close();
    }
  }
  copyFileSync(`${folder}/en-panel.png`, `${root}docs/panel.png`);
  console.log(`The pictures are in ${folder}.`);
} finally {
  await screen.close();
  await server.close();
}
