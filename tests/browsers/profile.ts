import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';

/** A profile folder and what to do with it in the end. */
export interface Profile {
  path: string;
  remove(): Promise<void>;
}

/** The profile the caller brought, which is kept, or a new one in the system's temporary folder. */
export async function useProfile(profileDir: string | undefined): Promise<Profile> {
  if (profileDir !== undefined) return { path: profileDir, remove: async () => {} };
  const path = await mkdtemp(join(tmpdir(), 'waymark-profile-'));
  const atExit = () => rmSync(path, { recursive: true, force: true });
  // An interrupted run leaves nothing behind either.
  process.once('exit', atExit);
  // Children of the browser may write for a moment after it has ended.
  const remove = async () => {
    await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    process.off('exit', atExit);
  };
  return { path, remove };
}

/** Resolves when the browser's process has ended. */
export async function processEnded(browser: Browser): Promise<void> {
  const child = browser.process();
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
}

/** Ends the browser's process at once. */
export async function killProcess(browser: Browser): Promise<void> {
  const ended = processEnded(browser);
  browser.process()?.kill('SIGKILL');
  await ended;
  // Puppeteer has some tidying to do after the end, which has to be over before a new start.
  await browser.close().catch(() => {});
}
