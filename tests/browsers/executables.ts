import { execFileSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import * as downloads from '@puppeteer/browsers';

/** How to find or install one of the two browsers. */
interface Wanted {
  name: 'Chromium' | 'Firefox';
  variable: 'WAYMARK_CHROMIUM' | 'WAYMARK_FIREFOX';
  /** Commands on the search path, the likeliest first. */
  commands: string[];
  /** Paths below the application folders of macOS and Windows. */
  macApplications: string[];
  windowsPrograms: string[];
  debianPackage: string;
  download: downloads.Browser;
}

const CHROMIUM: Wanted = {
  name: 'Chromium',
  variable: 'WAYMARK_CHROMIUM',
  commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
  macApplications: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  windowsPrograms: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  debianPackage: 'chromium',
  download: downloads.Browser.CHROME,
};

const FIREFOX: Wanted = {
  name: 'Firefox',
  variable: 'WAYMARK_FIREFOX',
  commands: ['firefox-esr', 'firefox'],
  macApplications: ['Firefox.app/Contents/MacOS/firefox'],
  windowsPrograms: ['Mozilla Firefox\\firefox.exe'],
  debianPackage: 'firefox-esr',
  download: downloads.Browser.FIREFOX,
};

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Some distributions have commands that only print how to install the browser. Those don't print a version. */
function runs(path: string): boolean {
  // On Windows, asking a browser for its version opens a window.
  if (process.platform !== 'linux') return true;
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

function onSearchPath(command: string): string[] {
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, command));
}

function usualPlaces(wanted: Wanted): string[] {
  const { env, platform } = process;
  if (platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return wanted.macApplications.flatMap((application) =>
      folders.map((folder) => join(folder, application)),
    );
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (f) => f !== undefined,
    );
    return wanted.windowsPrograms.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  return wanted.commands.flatMap(onSearchPath);
}

function installed(wanted: Wanted): string | undefined {
  return usualPlaces(wanted).find((path) => isProgram(path) && runs(path));
}

/** Installs the distribution's package. Returns false on other systems, or if that fails. */
function installPackage({ name, debianPackage }: { name: string; debianPackage: string }): boolean {
  const apt = onSearchPath('apt-get').find(isProgram);
  if (apt === undefined || process.getuid?.() !== 0) return false;
  console.log(`Installing ${name} with apt-get`);
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync(apt, ['update'], { stdio: 'ignore', env });
    execFileSync(apt, ['install', '-y', '--no-install-recommends', debianPackage], { stdio: 'ignore', env });
    return true;
  } catch {
    return false;
  }
}

/** Downloads the browser from its maker into the user's cache. Returns undefined if that fails. */
async function downloaded({ name, download }: Wanted): Promise<string | undefined> {
  const cacheDir = join(homedir(), '.cache', 'waymark');
  const known = await downloads.getInstalledBrowsers({ cacheDir });
  const before = known.find((candidate) => candidate.browser === download);
  if (before !== undefined) return before.executablePath;
  const platform = downloads.detectBrowserPlatform();
  if (platform === undefined) return undefined;
  console.log(`Downloading ${name} to ${cacheDir}`);
  try {
    const buildId = await downloads.resolveBuildId(download, platform, downloads.BrowserTag.STABLE);
    return (await downloads.install({ browser: download, buildId, cacheDir })).executablePath;
  } catch {
    return undefined;
  }
}

async function find(wanted: Wanted): Promise<string> {
  const chosen = process.env[wanted.variable];
  if (chosen !== undefined && chosen !== '') {
    if (isProgram(chosen)) return chosen;
    throw new Error(`${wanted.variable} is ${chosen}, but there is no program at that path.`);
  }
  const path =
    installed(wanted) ??
    (installPackage(wanted) ? installed(wanted) : undefined) ??
    (await downloaded(wanted));
  if (path !== undefined) return path;
  throw new Error(
    `No ${wanted.name} was found: install it (on Debian the package ${wanted.debianPackage}) ` +
      `or set ${wanted.variable} to the path of one.`,
  );
}

/**
 * Checks that the programs for a virtual screen, mouse and keyboard are installed. Tests need them for menus and shortcuts of the
 * browser itself. Throws a one-sentence Error if one is missing.
 */
export function findDesktop(): void {
  const programs = { Xvfb: 'xvfb', xdotool: 'xdotool' };
  for (const [name, debianPackage] of Object.entries(programs)) {
    const found = () => onSearchPath(name).some(isProgram);
    if (!found() && !(installPackage({ name, debianPackage }) && found()))
      throw new Error(`No ${name} was found: install it (on Debian the package ${debianPackage}).`);
  }
}

/**
 * Returns the path of a Chromium (or Chrome, or Edge): the one in WAYMARK_CHROMIUM, or an installed one, or one that this
 * installs or downloads. Rejects with one sentence that says what to do if there is none.
 */
export function findChromium(): Promise<string> {
  return find(CHROMIUM);
}

/** Returns the path of a Firefox, in the same way as `findChromium`; the variable is WAYMARK_FIREFOX. */
export function findFirefox(): Promise<string> {
  return find(FIREFOX);
}
