import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Makes the production build for a browser in `.output`. @throws Error if that fails, after printing the builder's messages */
export function build(browser: 'chrome' | 'firefox'): void {
  try {
    execFileSync(process.execPath, [`${root}node_modules/wxt/bin/wxt.mjs`, 'build', '--browser', browser], {
      cwd: root,
      stdio: 'pipe',
      // Under `npm test` NODE_ENV is `test`, which would change the build.
      env: { ...process.env, NODE_ENV: 'production' },
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: Buffer; stderr?: Buffer };
    console.error(`${stdout ?? ''}${stderr ?? ''}`);
    throw new Error('The extension couldn’t be built. See the messages above.');
  }
}
