/**
 * Runs a script of this folder: `node scripts/bootstrap.mjs NAME [arguments]`.
 *
 * Node 20.19 or newer can run this file. The scripts themselves are TypeScript and always run on the Node version in the lock
 * file, so that they behave the same everywhere. If the dependencies are missing or older than the lock file, they are installed
 * first.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';
const runtime = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** @param {string} sentence */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function isInstalled() {
  // npm writes this file last, so its time is that of the installation.
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record) || !existsSync(runtime)) return false;
  return statSync(record).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

const [name, ...args] = process.argv.slice(2);
if (name === undefined || !/^[\w-]+$/.test(name)) fail('Usage: node scripts/bootstrap.mjs NAME [arguments]');
const script = join(root, 'scripts', `${name}.ts`);
if (!existsSync(script)) fail(`There is no script scripts/${name}.ts.`);

if (!isInstalled()) {
  console.log('Installing dependencies (npm ci)');
  // On Windows npm is a batch file, which needs a shell.
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: windows,
  });
  if (error) fail(`npm couldn’t be started: ${error.message}`);
  if (status !== 0) fail('The dependencies couldn’t be installed. See npm’s messages above.');
  if (!existsSync(runtime)) {
    fail('The dependencies were installed without Node. Allow the install script of the package “node”.');
  }
}

const child = spawn(runtime, [script, ...args], { stdio: 'inherit' });
/** @type {NodeJS.Signals[]} */
const signals = windows ? ['SIGINT'] : ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of signals) process.on(signal, () => child.kill(signal));
child.on('error', (error) => fail(`The Node in node_modules couldn’t be started: ${error.message}`));
child.on('exit', (code, signal) => {
  // If a signal ended the script, this process ends by the same signal, so that its caller sees it.
  for (const each of signals) process.removeAllListeners(each);
  if (signal !== null) process.kill(process.pid, signal);
  else process.exit(code ?? 1);
});
