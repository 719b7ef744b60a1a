import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findChromium } from './executables.ts';
import type { Reader, ReaderOptions } from './reader.ts';

/** The organisation that a reader's browser belongs to: it may set something for the extension, in that browser alone. */
export interface Organisation {
  /** What the browser is to be launched with. */
  options: Pick<ReaderOptions, 'extensionDir' | 'home'>;
  /** Sets `settings` in place of what was set before; nothing without it. Rejects where the test may not. */
  set(settings?: object): Promise<void>;
  /** Removes all that was made for it. */
  end(): void;
}

/** The id that Chromium makes of the folder from which it loads an extension. */
const idOfFolder = (folder: string) =>
  [...createHash('sha256').update(folder).digest('hex').slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('');

/** Where on Linux the browser at this path looks for policies. */
function policiesOf(executable: string): string {
  if (process.platform !== 'linux')
    throw new Error('This test needs Linux: elsewhere policies of Chromium are no files.');
  const path = realpathSync(executable);
  if (/microsoft|msedge/.test(path)) return '/etc/opt/edge/policies/managed';
  if (/opt\/google|google-chrome/.test(path)) return '/etc/opt/chrome/policies/managed';
  // What Puppeteer downloads.
  if (/\.cache.*\/chrome$/.test(path)) return '/etc/opt/chrome_for_testing/policies/managed';
  return '/etc/chromium/policies/managed';
}

/** Chromium reads policies from one folder of the system, whoever runs it: this one names an extension that no other browser has. */
function forChromium(extensionDir: string): Organisation {
  const made = mkdtempSync(join(realpathSync(tmpdir()), 'waymark-managed-'));
  const copy = join(made, 'extension');
  cpSync(extensionDir, copy, { recursive: true });
  const id = idOfFolder(copy);
  let file: string | undefined;
  const end = () => {
    rmSync(made, { recursive: true, force: true });
    if (!file) return;
    rmSync(file, { force: true });
    try {
      // Folders that are left empty were made here, or serve nothing.
      rmdirSync(dirname(file));
      rmdirSync(dirname(dirname(file)));
    } catch {
      // Another's policies lie there.
    }
  };
  return {
    options: { extensionDir: copy },
    async set(settings = {}) {
      const folder = policiesOf(await findChromium());
      file = join(folder, `waymark-test-${id}.json`);
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: settings } } }));
      } catch (cause) {
        throw new Error(
          `Chromium takes policies from ${folder} alone: run this test as root, or make that folder and let your user write there.`,
          { cause },
        );
      }
    },
    end,
  };
}

/** Firefox finds what is set in a home folder, which can be any. */
function forFirefox(extensionDir: string): Organisation {
  const home = mkdtempSync(join(tmpdir(), 'waymark-home-'));
  const folder = join(home, '.mozilla', 'managed-storage');
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8'));
  const name: string = manifest.browser_specific_settings.gecko.id;
  const file = join(folder, `${name}.json`);
  return {
    options: { extensionDir, home },
    async set(data) {
      mkdirSync(folder, { recursive: true });
      if (data) writeFileSync(file, JSON.stringify({ name, description: 'A test', type: 'storage', data }));
      else rmSync(file, { force: true });
    },
    end: () => rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}

/** An organisation for one browser of this kind. An interrupted run leaves nothing of it behind either. */
export function organisationFor(browser: Reader['name'], extensionDir: string): Organisation {
  const organisation = (browser === 'chromium' ? forChromium : forFirefox)(extensionDir);
  process.once('exit', organisation.end);
  return {
    ...organisation,
    end() {
      organisation.end();
      process.off('exit', organisation.end);
    },
  };
}
