import { type ChildProcess, spawn } from 'node:child_process';
import type { Browser, Target } from 'puppeteer-core';

/**
 * Simulates a slow machine, to find tests that pass only on a fast one. With `WAYMARK_SLOW=1` in the environment, everything in the
 * browser takes several times as long.
 */
export const isSlow = process.env.WAYMARK_SLOW === '1';

/** The factor by which Chromium slows down the scripts, styles and layouts of a page. */
const RATE = 4;

/** The factor for limits on the CPU time of a page's thread in Chromium. */
export const SLOWER = isSlow ? RATE : 1;

/** Slows down all current and future pages and panels of a Chromium. */
export async function slowPages(browser: Browser): Promise<void> {
  if (!isSlow) return;
  const slow = async (target: Target) => {
    // A worker can't be slowed down, and a target that has closed already doesn't need it.
    if (!['page', 'other', 'webview'].includes(target.type())) return undefined;
    // A session of its own would keep a tab from prerendering.
    if (target.type() === 'page') return (await target.page())?.emulateCPUThrottling(RATE);
    const session = await target.createCDPSession();
    await session.send('Emulation.setCPUThrottlingRate', { rate: RATE });
    return undefined;
  };
  const attempt = (target: Target) => void slow(target).catch(() => {});
  browser.on('targetcreated', attempt);
  for (const target of browser.targets()) attempt(target);
}

/** Runs forever, until the process that started it exits. */
const LOOP = `const started = process.ppid;
while (process.ppid === started) for (const end = Date.now() + 100; Date.now() < end; );`;
const COUNT = 2;

let loops: ChildProcess[] = [];
let users = 0;

/** Keeps the machine busy, for a browser that can't be slowed down. @returns a function that stops this */
export function keepBusy(): () => void {
  if (!isSlow) return () => {};
  if (users++ === 0)
    loops = Array.from({ length: COUNT }, () => spawn(process.execPath, ['-e', LOOP], { stdio: 'ignore' }));
  return () => {
    if (--users > 0) return;
    for (const loop of loops) loop.kill('SIGKILL');
  };
}
