import { type ChildProcess, spawn } from 'node:child_process';
import type { Browser, Target } from 'puppeteer-core';

/**
 * A machine that is slower than this one, to find the tests that only pass on a fast one: with `WAYMARK_SLOW=1` in the
 * environment everything in the browser takes several times as long.
 */
const isSlow = process.env.WAYMARK_SLOW === '1';

/** How much slower Chromium runs the scripts, styles and layouts of a page. */
const RATE = 4;

/** By what time of a page's own thread in Chromium is to be multiplied before it is compared with a limit. */
export const SLOWER = isSlow ? RATE : 1;

/** Slows all pages and panels of a Chromium down, those that come later as well. */
export async function slowPages(browser: Browser): Promise<void> {
  if (!isSlow) return;
  const slow = async (target: Target) => {
    // A worker has no such rate. One that is closed again at once needs none.
    if (!['page', 'other', 'webview'].includes(target.type())) return;
    const session = await target.createCDPSession();
    await session.send('Emulation.setCPUThrottlingRate', { rate: RATE });
  };
  const attempt = (target: Target) => void slow(target).catch(() => {});
  browser.on('targetcreated', attempt);
  for (const target of browser.targets()) attempt(target);
}

/** Works without end, until whoever started it is no more. */
const LOOP = `const started = process.ppid;
while (process.ppid === started) for (const end = Date.now() + 100; Date.now() < end; );`;
const COUNT = 2;

let loops: ChildProcess[] = [];
let users = 0;

/** Keeps the machine busy beside a browser that has no such rate. @returns what ends it */
export function keepBusy(): () => void {
  if (!isSlow) return () => {};
  if (users++ === 0)
    loops = Array.from({ length: COUNT }, () => spawn(process.execPath, ['-e', LOOP], { stdio: 'ignore' }));
  return () => {
    if (--users > 0) return;
    for (const loop of loops) loop.kill('SIGKILL');
  };
}
