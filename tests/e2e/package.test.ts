import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { archiveOf, unpack } from '../archives.ts';
import { RELATIONS, SECTIONS, untilSection, useSession } from './session.ts';

describe('the package for the store', () => {
  const kind = inject('browserName') === 'firefox' ? 'firefox' : 'chrome';
  const extensionDir = mkdtempSync(join(tmpdir(), 'waymark-package-'));
  beforeAll(() => unpack(kind, extensionDir));
  afterAll(() => rmSync(extensionDir, { recursive: true }));
  const session = useSession({ extensionDir, archive: archiveOf(kind) });

  test('installs, and its panel opens beside a page of the handbook', async () => {
    const page = await session.reader.newPage(`${RELATIONS}programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    // Firefox runs it from the archive, Chromium from what came out of it.
    const version = await session.reader.evaluateInExtension(() => chrome.runtime.getManifest().version);
    expect(archiveOf(kind)).toContain(`waymark-${version}-`);
    await page.close();
  });
});
