import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { t } from '../../texts.ts';
import { syncSwitch } from '../organisation-session.ts';
import { openSettings } from '../panel-parts.ts';
import { buildFor, RELATIONS, untilRegionShows, useSession } from '../session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;

/** Makes a copy of the build whose panel is told that it runs on Android. Everything else is as on a computer. */
function buildOnAndroid(): string {
  const copy = mkdtempSync(join(tmpdir(), 'waymark-build-'));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(buildFor('firefox'), copy, { recursive: true });
  writeFileSync(
    join(copy, 'android.js'),
    "browser.runtime.getPlatformInfo = async () => ({ os: 'android', arch: 'arm64' });",
  );
  const page = join(copy, 'sidepanel.html');
  const html = readFileSync(page, 'utf8');
  writeFileSync(page, html.replace('<head>', '<head><script src="/android.js"></script>'));
  return copy;
}

const session = useSession({ extensionDir: buildOnAndroid() });

test('if the browser doesn’t sync, the settings say so and offer no switch', async () => {
  const panel = await session.reader.openPanel(await session.reader.newPage(PROGRAM));
  await openSettings(panel);
  await untilRegionShows(panel, t('sync.title'), t('sync.local'));
  expect(await syncSwitch(panel)).toEqual({ checked: false, disabled: true });
});
