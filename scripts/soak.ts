import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launchChromium } from '../tests/browsers/chromium.ts';
import { serveHandbook } from '../tests/fixtures/server.ts';
import { soak } from '../tests/soak/soak.ts';

/**
 * Kills real Chromium with the build in `.output` again and again while a reader ticks. Afterwards nothing that showed as saved may
 * be missing, and the database must open. `--cycles N` (default 100).
 */
const { values } = parseArgs({ options: { cycles: { type: 'string', default: '100' } } });
const cycles = Number(values.cycles);
if (!Number.isSafeInteger(cycles) || cycles < 1) throw new Error('--cycles needs a number');
const url = 'https://handbook.gitlab.com/handbook/marketing/developer-relations/programs/education-program/';
const extensionDir = fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url));

const server = await serveHandbook();
const reader = await launchChromium({ server, extensionDir });
try {
  const { saved } = await soak(reader, url, cycles, (cycle) => {
    if (cycle % 10 === 0) console.log(`${cycle} power cuts`);
  });
  console.log(
    `${cycles} power cuts, ${saved} actions that showed as saved: all are there, and every database opened.`,
  );
} finally {
  await reader.close();
  await server.close();
}
