import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { archiveOf, contentOf, unpack } from '../archives.ts';
import { RELATIONS, SECTIONS, untilSection, useSession } from './session.ts';

describe('the package for the store', () => {
  const kind = inject('browserName') === 'firefox' ? 'firefox' : 'chrome';
  const extensionDir = mkdtempSync(join(tmpdir(), 'waymark-package-'));
  beforeAll(async () => {
    if (kind === 'chrome') return unpack(kind, extensionDir);
    // This manifest only tells the id: Firefox runs everything from the archive.
    const manifest = (await contentOf(kind)).get('manifest.json');
    return writeFileSync(join(extensionDir, 'manifest.json'), manifest ?? '');
  });
  afterAll(() => rmSync(extensionDir, { recursive: true }));
  const session = useSession({ extensionDir, archive: archiveOf(kind) });

  test('installs, and its panel opens next to a page of the handbook', async () => {
    const page = await session.reader.newPage(`${RELATIONS}programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    const version = await session.reader.evaluateInExtension(() => chrome.runtime.getManifest().version);
    expect(archiveOf(kind)).toContain(`waymark-${version}-`);
    await page.close();
  });
});
