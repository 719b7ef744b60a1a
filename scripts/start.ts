import { fileURLToPath } from 'node:url';
import { launchChromium } from '../tests/browsers/chromium.ts';
import { findChromium } from '../tests/browsers/executables.ts';
import { hasDisplay } from '../tests/browsers/screen.ts';
import { serveHandbook } from '../tests/fixtures/server.ts';
import { build } from './build.ts';
import { runTour } from './tour.ts';

/**
 * Shows the extension at work: builds it, opens the course page in Chromium and the panel beside it, and
 * stays until the browser is closed. Without a screen it takes the tour of `tour.ts` instead.
 * With `--live` the pages are those of the real handbook; otherwise those of the tests, with no network.
 */
const COURSE = 'https://handbook.gitlab.com/handbook/marketing/developer-relations/community-pathway/';
const root = fileURLToPath(new URL('..', import.meta.url));

async function show(live: boolean): Promise<void> {
  const visible = hasDisplay();
  await findChromium();
  console.log('Building the extension');
  build('chrome');
  const server = live ? undefined : await serveHandbook();
  const reader = await launchChromium({
    server,
    extensionDir: `${root}.output/chrome-mv3`,
    headless: !visible,
  });
  try {
    if (!visible) {
      console.log('There is no display, so the browser runs without a window and takes the tour by itself.');
      await runTour(reader, COURSE, `${root}.output/tour`);
      console.log('Every step was seen; the pictures are in .output/tour.');
      return;
    }
    await reader.openPanel(await reader.newPage(COURSE));
    console.log(
      `The course page is open with the panel beside it${live ? '' : ', in a small handbook made for tests'}.`,
    );
    console.log('Tick an objective, follow a link of the panel, and watch the section change with the page.');
    console.log('Close the browser to end. This profile is thrown away; nothing of yours is touched.');
    await reader.ended();
  } finally {
    await reader.close();
    await server?.close();
  }
}

try {
  await show(process.argv.includes('--live'));
} catch (error) {
  console.error(`It did not work: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
