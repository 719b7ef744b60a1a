import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { archiveOf, contentOf, ROOT, unpack } from '../archives.ts';

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );

describe.each(['chrome', 'firefox'] as const)('the archive for %s', (browser) => {
  test('is its build: the manifest at the root, and every file as it was tested', async () => {
    const content = await contentOf(browser);
    const build = join(ROOT, `.output/${browser}-mv3`);
    expect(content.has('manifest.json')).toBe(true);
    expect([...content.keys()].sort()).toEqual(filesIn(build).sort());
    for (const [name, bytes] of content)
      expect(bytes.equals(readFileSync(join(build, name))), name).toBe(true);
  });

  test('has only files for readers, and no trace of the machine', async () => {
    for (const [name, bytes] of await contentOf(browser)) {
      expect(name).toMatch(/^(LICENSE|NOTICE\.md|[\w/-]+(?:\.schema)?\.(js|css|html|json|png|txt))$/);
      expect(name).not.toMatch(/test|fixture/);
      const text = bytes.toString('latin1');
      for (const trace of [ROOT, `${homedir()}/`, 'sourceMappingURL'])
        expect(text.includes(trace), `${name} holds ${trace}`).toBe(false);
    }
  });
});

describe('the archive of the sources', () => {
  test('has exactly the files that git tracks', async () => {
    const tracked = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z'], { cwd: ROOT });
    const content = await contentOf('sources');
    expect([...content.keys()].sort()).toEqual(tracked.toString().split('\0').filter(Boolean).sort());
    for (const [name, bytes] of content)
      expect(bytes.equals(readFileSync(join(ROOT, name))), name).toBe(true);
    expect(content.has('package-lock.json')).toBe(true);
    expect(content.get('README.md')?.toString()).toMatch(
      /^## Build it from the source$[^#]+npm run package/m,
    );
  });

  test('builds the same archives in another folder and at another time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waymark sources '));
    try {
      await unpack('sources', folder);
      symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
      execFileSync(process.execPath, ['scripts/package.ts'], {
        cwd: folder,
        env: { ...process.env, TZ: 'Pacific/Kiritimati' },
      });
      for (const browser of ['chrome', 'firefox'] as const) {
        const again = readFileSync(archiveOf(browser, folder));
        expect(again.equals(readFileSync(archiveOf(browser))), browser).toBe(true);
      }
      // It is no checkout, so the sources are not packed once more.
      expect(() => readFileSync(archiveOf('sources', folder))).toThrow('ENOENT');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});
