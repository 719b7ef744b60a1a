import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '../tests/browsers/chromium.ts';
import { launchFirefox } from '../tests/browsers/firefox.ts';
import { openScreen } from '../tests/browsers/screen.ts';
import { serveHandbook } from '../tests/fixtures/server.ts';
import { RARE_STATES } from './picture-states.ts';
import { ELSEWHERE, type Place, VIEWS } from './picture-views.ts';

/**
 * Takes pictures of the whole screen with a page of the test handbook and the real panel next to it, with the builds in `.output`: each
 * view in both browsers, light and dark, in both languages, or only those whose names begin with an argument, such as
 * `chromium-en-light`. The panel alone follows in its other widths. They are saved in `.output/pictures`. Needs ImageMagick, and Xvfb if
 * there is no display.
 */
const windowSize = { width: 1180, height: 820 };
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}.output/pictures`;

/** The width of the panel next to the page, and those in which it is taken alone, in CSS pixels. */
const [WIDTH, ...OTHER_WIDTHS] = [360, 320, 400];

/** Time for the browser to paint; there is no event to wait for. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 1000));

interface Look {
  language: string;
  colorScheme: 'light' | 'dark';
  browser: 'chromium' | 'firefox';
}

const nameOf = ({ browser, language, colorScheme }: Look) => `${browser}-${language}-${colorScheme}`;
const [wanted = ''] = process.argv.slice(2);
const LOOKS = ['en', 'ja']
  .flatMap((language) => (['light', 'dark'] as const).map((colorScheme) => ({ language, colorScheme })))
  .flatMap((look) => (['chromium', 'firefox'] as const).map((browser) => ({ ...look, browser })))
  .filter((look) => nameOf(look).startsWith(wanted));

mkdirSync(folder, { recursive: true });
const server = await serveHandbook();
const screen = await openScreen(windowSize);
try {
  for (const { language, colorScheme, browser } of LOOKS) {
    const extensionDir = `${root}.output/${browser === 'chromium' ? 'chrome' : browser}-mv3`;
    const launch = browser === 'chromium' ? launchChromium : launchFirefox;
    const reader = await launch({ server, extensionDir, headless: false, colorScheme, language, windowSize });
    try {
      for (const states of [VIEWS, RARE_STATES]) {
        const page = await reader.newPage(ELSEWHERE);
        const place: Place = { page, panel: await reader.openPanel(page), reader, server };
        await place.panel.waitFor(() => document.querySelector('.welcome'));
        for (const [name, show] of Object.entries(states)) {
          await show(place);
          await place.panel.resize(WIDTH);
          await settle();
          const file = `${folder}/${nameOf({ language, colorScheme, browser })}-${name}`;
          await screen.picture(`${file}.png`);
          for (const width of OTHER_WIDTHS) {
            await place.panel.resize(width);
            await settle();
            await place.panel.screenshot(`${file}-${width}.png`);
          }
        }
        server.reset();
        await reader.reset();
      }
    } finally {
      await reader.close();
    }
  }
  console.log(`The pictures are in ${folder}.`);
} finally {
  await screen.close();
  await server.close();
}
