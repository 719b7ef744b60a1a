import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** The screen that browsers with windows are shown on. */
export interface Screen {
  /**
   * A picture of everything on the screen, as a PNG file: page and panel side by side in the browser's
   * own frame, which no picture of a document has. It is ImageMagick's `import` that takes it; rejects
   * where that is not installed.
   */
  picture(path: string): Promise<void>;
  /** Moves the mouse to a point of the screen and clicks there, as a hand does. Needs `xdotool`, as `press` does. */
  click(x: number, y: number, button: 'left' | 'right'): Promise<void>;
  /** Presses keys, such as `k` or `alt+shift+k`, in whatever has the focus on the screen. */
  press(keys: string): Promise<void>;
  /** How many windows are seen on the screen, menus included. Needs `xdotool`. */
  windows(): Promise<number>;
  /** Takes the screen away, if this one was made here. Close the browsers on it first. */
  close(): Promise<void>;
}

/** Whether there is a screen that a browser could open its windows on. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Starts Xvfb, which picks a free display number itself, and gives that number. */
async function startXvfb(size: { width: number; height: number }): Promise<[ChildProcess, string]> {
  const geometry = `${size.width}x${size.height}x24`;
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', geometry, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', () => reject(new Error('Xvfb is not installed (Debian: the package xvfb).')));
    server.once('exit', () => reject(new Error('Xvfb ended before it had a display.')));
    createInterface({ input: server.stdout }).once('line', resolve);
  });
  return [server, `:${number}`];
}

/**
 * Provides a screen. Where there is one already (DISPLAY is set) that one is used; otherwise Xvfb makes
 * one in memory, and DISPLAY is set in this process so that browsers started from here open on it.
 * Rejects where Xvfb is needed and missing. For launching with `headless: false`.
 */
export async function openScreen(size = { width: 1280, height: 800 }): Promise<Screen> {
  const run = promisify(execFile);
  const hand = {
    picture: async (path: string) => void (await run('import', ['-window', 'root', path])),
    click: async (x: number, y: number, button: 'left' | 'right') => {
      const place = [x, y].map((at) => String(Math.round(at)));
      await run('xdotool', ['mousemove', ...place, 'click', button === 'right' ? '3' : '1']);
    },
    press: async (keys: string) => void (await run('xdotool', ['key', keys])),
    windows: async () =>
      (await run('xdotool', ['search', '--onlyvisible', '--name', ''])).stdout.trim().split('\n').length,
  };
  if (process.env.DISPLAY) return { ...hand, close: async () => {} };

  const [server, display] = await startXvfb(size);
  process.env.DISPLAY = display;
  process.once('exit', () => server.kill());
  return {
    ...hand,
    async close() {
      delete process.env.DISPLAY;
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
    },
  };
}
