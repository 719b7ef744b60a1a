import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** The screen on which browsers with windows are shown. */
export interface Screen {
  /**
   * A screenshot of the whole screen, as a PNG file: page and panel next to each other in the browser's own frame, which no
   * screenshot of a document shows. Needs ImageMagick's `import`; rejects if it isn't installed.
   */
  picture(path: string): Promise<void>;
  /** Moves the mouse to a point of the screen and clicks there, like a person. Needs `xdotool`. */
  click(x: number, y: number, button: 'left' | 'right'): Promise<void>;
  /** Presses keys, such as `k` or `alt+shift+k`, in whatever has the focus on the screen. Needs `xdotool`. */
  press(keys: string): Promise<void>;
  /** The number of visible windows on the screen, menus included. Needs `xdotool`. */
  windows(): Promise<number>;
  /** Removes the screen if it was created here. Close its browsers first. */
  close(): Promise<void>;
}

/** Whether there is a screen for the windows of a browser. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Starts Xvfb, which picks a free display number, and returns that number. */
async function startXvfb(size: { width: number; height: number }): Promise<[ChildProcess, string]> {
  const geometry = `${size.width}x${size.height}x24`;
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', geometry, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', () => reject(new Error('Xvfb is not installed (Debian: the package xvfb).')));
    server.once('exit', () => reject(new Error('Xvfb exited before it had a display.')));
    createInterface({ input: server.stdout }).once('line', resolve);
  });
  return [server, `:${number}`];
}

/**
 * Provides a screen for `headless: false`. It uses the existing one (DISPLAY is set), or else starts Xvfb, a virtual one in memory,
 * and sets DISPLAY in this process, so that browsers started from here use it. Rejects if Xvfb is needed but not installed.
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
