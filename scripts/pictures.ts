import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '../tests/browsers/chromium.ts';
import { launchFirefox } from '../tests/browsers/firefox.ts';
import { openScreen } from '../tests/browsers/screen.ts';
import { serveHandbook } from '../tests/fixtures/server.ts';

/**
 * Takes pictures of the whole screen with a page of the test handbook and the real panel beside it, in both
 * browsers, light and dark, from the builds in `.output`. They land in `.output/pictures`; the one of the
 * README is copied from there by hand. Needs Xvfb (where there is no display) and ImageMagick.
 */
const RELATIONS = 'https://handbook.gitlab.com/handbook/marketing/developer-relations/';
const VIEWS = {
  program: `${RELATIONS}programs/education-program/`,
  heading: 'https://handbook.gitlab.com/handbook/values/#transparency',
  elsewhere: 'https://handbook.gitlab.com/handbook/engineering/',
  missing: `${RELATIONS}community-programs/startups-program/`,
};
const windowSize = { width: 1180, height: 820 };
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}.output/pictures`;

/** Time for the browser to paint what was asked for last; a picture has no event to wait for. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 1000));

mkdirSync(folder, { recursive: true });
const server = await serveHandbook();
const screen = await openScreen(windowSize);
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [launch, build] of [
      [launchChromium, 'chrome-mv3'],
      [launchFirefox, 'firefox-mv3'],
    ] as const) {
      const extensionDir = `${root}.output/${build}`;
      const reader = await launch({ server, extensionDir, headless: false, colorScheme, windowSize });
      try {
        const page = await reader.newPage(VIEWS.program);
        const panel = await reader.openPanel(page);
        await panel.waitFor(() => document.querySelector('input[type=checkbox]'));
        await panel.click('input[type=checkbox]');
        for (const [view, url] of Object.entries(VIEWS)) {
          await page.goto(url);
          await settle();
          await screen.picture(`${folder}/${reader.name}-${colorScheme}-${view}.png`);
        }
      } finally {
        await reader.close();
      }
    }
  }
  console.log(`The pictures are in ${folder}.`);
} finally {
  await screen.close();
  await server.close();
}
