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

/** The organisation that manages a reader's browser. It can set a policy for the extension in that browser only. */
export interface Organisation {
  /** The launch options with which the browser uses the policy. */
  options: Pick<ReaderOptions, 'extensionDir' | 'home'>;
  /** Replaces the policy with `settings`, or removes it. Rejects if the test lacks the rights for that. */
  set(settings?: object): Promise<void>;
  /** Removes all files that were made for it. */
  end(): void;
}

/** Returns the id that Chromium derives from the folder of an unpacked extension. */
const idOfFolder = (folder: string) =>
  [...createHash('sha256').update(folder).digest('hex').slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('');

/** Returns the folder in which the browser at this path looks for policies on Linux. */
function policiesOf(executable: string): string {
  if (process.platform !== 'linux')
    throw new Error('This test needs Linux: on other systems, Chromium does not read policies from files.');
  const path = realpathSync(executable);
  if (/microsoft|msedge/.test(path)) return '/etc/opt/edge/policies/managed';
  if (/opt\/google|google-chrome/.test(path)) return '/etc/opt/chrome/policies/managed';
  // Puppeteer's download.
  if (/\.cache.*\/chrome$/.test(path)) return '/etc/opt/chrome_for_testing/policies/managed';
  return '/etc/chromium/policies/managed';
}

/** Chromium reads policies from a system folder, for all users. This policy names an extension that only this browser has. */
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
      // Empty folders were created here or are of no use.
      rmdirSync(dirname(file));
      rmdirSync(dirname(dirname(file)));
    } catch {
      // The folder has policies of others.
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
          `Chromium reads policies only from ${folder}. Run this test as root, or create that folder and make it writable for your user.`,
          { cause },
        );
      }
    },
    end,
  };
}

/** Firefox looks for managed storage in the home folder, so it gets one of its own. */
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

/** Creates an organisation for one browser of this kind. Its files are removed even if the run is interrupted. */
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
