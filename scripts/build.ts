import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Makes the production build for a browser in `.output`. Throws one sentence after the builder's own messages. */
export function build(browser: 'chrome' | 'firefox'): void {
  try {
    execFileSync(process.execPath, [`${root}node_modules/wxt/bin/wxt.mjs`, 'build', '--browser', browser], {
      cwd: root,
      stdio: 'pipe',
      // A builder that is told it is a test would build something else.
      env: { ...process.env, NODE_ENV: 'production' },
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: Buffer; stderr?: Buffer };
    console.error(`${stdout ?? ''}${stderr ?? ''}`);
    throw new Error('The extension could not be built; the messages are above.');
  }
}
