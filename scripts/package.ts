import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { build } from './build.ts';
import { howToLoad } from './how-to-load.ts';

/**
 * Makes in `.output` what the stores want: an archive for each browser, and one of the sources. The same sources give the same
 * bytes on any machine and in any folder: the archives contain no times and no absolute paths, their files are sorted, and
 * they are compressed in JavaScript, since Node's own compression differs between processors.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };

async function pack(kind: string, folder: string, files: string[]): Promise<void> {
  const zip = new JSZip();
  // The earliest date that a zip archive can have.
  const date = new Date(Date.UTC(1980, 0, 1));
  for (const file of files.sort())
    zip.file(file, readFileSync(`${folder}/${file}`), { date, createFolders: false });
  const bytes = await zip.generateAsync({
    type: 'nodebuffer',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
  });
  const name = `waymark-${version}-${kind}.zip`;
  writeFileSync(`${root}.output/${name}`, bytes);
  const sum = createHash('sha256').update(bytes).digest('hex');
  console.log(`.output/${name}  ${bytes.length} bytes  SHA-256 ${sum}`);
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.length + 1).replaceAll('\\', '/'));

/** What git prints about this folder, split at NUL. It works whoever owns the folder. */
const git = (...args: string[]) =>
  execFileSync('git', ['-c', `safe.directory=${root.slice(0, -1)}`, ...args, '-z'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\0')
    .filter((line) => line !== '');

try {
  for (const browser of ['chrome', 'firefox'] as const) {
    build(browser);
    const folder = `${root}.output/${browser}-mv3`;
    await pack(browser, folder, filesIn(folder));
  }
  if (existsSync(`${root}.git`)) {
    const changed = git('status', '--porcelain');
    await pack(
      'sources',
      root,
      git('ls-files').filter((file) => existsSync(`${root}${file}`)),
    );
    if (changed.length > 0)
      console.log(
        'These archives contain uncommitted changes. Use them to try Waymark, but don’t send them to a store.',
      );
  } else console.log('This folder is not a git checkout, so there is no archive of the sources.');
  console.log(`\n${howToLoad(`${root}.output`, version)}`);
} catch (error) {
  console.error(`Packaging failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
