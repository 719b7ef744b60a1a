import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { build } from './build.ts';

/**
 * Makes what the stores want, in `.output`: an archive for each browser, and the sources that the one for Firefox is built from.
 * The same sources give the same bytes, on any machine and in any folder: the archives know no time, no order and no path of
 * theirs, and are compressed by JavaScript, since the compression of Node's own is not the same on every processor.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };

async function pack(kind: string, folder: string, files: string[]): Promise<void> {
  const zip = new JSZip();
  // The earliest that an archive can tell.
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

/** What git prints, by lines; it is this folder's, whoever owns it. */
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
        'Not all that is in these archives is committed: they are for trying out, and not for a store.',
      );
  } else console.log('These are no sources of git, so there is no archive of them.');
} catch (error) {
  console.error(`It did not work: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
