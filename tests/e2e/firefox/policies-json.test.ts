import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFirefox } from '../../browsers/executables.ts';
import { launchFirefox } from '../../browsers/firefox.ts';
import type { Reader } from '../../browsers/reader.ts';
import { examplePolicy } from '../../fixtures/example-policy.ts';
import { buildFor } from '../session.ts';

const EXAMPLE = fileURLToPath(new URL('../../../docs/companies/firefox-policies.json', import.meta.url));

/** Creates a Firefox in `folder` that reads its own policies. All but its small files are links. @returns its program */
async function firefoxIn(folder: string): Promise<string> {
  const program = realpathSync(await findFirefox());
  const from = dirname(program);
  for (const name of readdirSync(from)) {
    if (name === 'distribution') continue;
    const path = realpathSync(join(from, name));
    const isSmall = lstatSync(path).isFile() && lstatSync(path).size < 1e6;
    if (isSmall) copyFileSync(path, join(folder, name));
    else symlinkSync(path, join(folder, name));
  }
  mkdirSync(join(folder, 'distribution'));
  copyFileSync(EXAMPLE, join(folder, 'distribution', 'policies.json'));
  return join(folder, basename(program));
}

const folder = mkdtempSync(join(tmpdir(), 'waymark-firefox-'));
const chosen = process.env.WAYMARK_FIREFOX;
let reader: Reader | undefined;

beforeAll(async () => {
  process.env.WAYMARK_FIREFOX = await firefoxIn(folder);
  reader = await launchFirefox({ extensionDir: buildFor('firefox') });
});
afterAll(async () => {
  if (chosen === undefined) delete process.env.WAYMARK_FIREFOX;
  else process.env.WAYMARK_FIREFOX = chosen;
  await reader?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the documented example of policies.json has the documented effect', async () => {
  const set = await reader?.evaluateInExtension(() => chrome.storage.managed.get(null));
  expect(set).toEqual(examplePolicy('firefox'));
});
