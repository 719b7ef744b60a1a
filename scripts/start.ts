import { fileURLToPath } from 'node:url';
import { launchChromium } from '../tests/browsers/chromium.ts';
import { findChromium } from '../tests/browsers/executables.ts';
import { hasDisplay } from '../tests/browsers/screen.ts';
import { serveHandbook } from '../tests/fixtures/server.ts';
import { build } from './build.ts';
import { runTour } from './tour.ts';

/**
 * Builds the extension, opens the course page in Chromium with the panel next to it, and stays until the browser is closed. Without a
 * display it takes the tour in `tour.ts` instead. With `--live` it shows the real handbook; otherwise the tests' pages, without
 * network.
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
      console.log('There is no display, so the browser runs without a window and takes an automatic tour.');
      await runTour(reader, COURSE, `${root}.output/tour`);
      console.log('Every step succeeded. The pictures are in .output/tour.');
      return;
    }
    await reader.openPanel(await reader.newPage(COURSE));
    console.log(
      `The course page is open with the panel next to it${live ? '' : ', in a small handbook made for tests'}.`,
    );
    console.log('Tick an objective, follow a link of the panel, and watch the section change with the page.');
    console.log('Close the browser to end. This profile is temporary, and your own browser stays as it is.');
    await reader.ended();
  } finally {
    await reader.close();
    await server?.close();
  }
}

try {
  await show(process.argv.includes('--live'));
} catch (error) {
  console.error(`Starting failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
