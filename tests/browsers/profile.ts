import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';

/** A profile folder and how to clean it up. */
export interface Profile {
  path: string;
  remove(): Promise<void>;
}

/** Returns the given profile, which isn't removed, or a new one in the system's temporary folder. */
export async function useProfile(profileDir: string | undefined): Promise<Profile> {
  if (profileDir !== undefined) return { path: profileDir, remove: async () => {} };
  const path = await mkdtemp(join(tmpdir(), 'waymark-profile-'));
  const atExit = () => rmSync(path, { recursive: true, force: true });
  // It is removed even if the run is interrupted.
  process.once('exit', atExit);
  // The browser's child processes may still write for a moment after it has exited.
  const remove = async () => {
    await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    process.off('exit', atExit);
  };
  return { path, remove };
}

/** Resolves when the browser's process has exited. */
export async function processEnded(browser: Browser): Promise<void> {
  const child = browser.process();
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
}

/** Kills the browser's process. */
export async function killProcess(browser: Browser): Promise<void> {
  const ended = processEnded(browser);
  browser.process()?.kill('SIGKILL');
  await ended;
  // Puppeteer cleans up after the exit, which must be finished before a new start.
  await browser.close().catch(() => {});
}
