import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import type { HandbookServer } from '../fixtures/server.ts';
import { doMainJob } from './main-job.ts';
import { openNoted, VALUES } from './note-sheet.ts';
import { buildFor, useSession } from './session.ts';

/** The requests with their destinations, and the hosts. */
const askedOf = ({ traffic }: HandbookServer) => ({
  requests: traffic.filter((each) => !each.startsWith('connection')),
  hosts: new Set(traffic.flatMap((each) => /^connection (.*)/.exec(each)?.[1] ?? [])),
});

describe('this build', () => {
  const session = useSession();

  test('asks for nothing, whatever the reader does: the browser loads only the pages that they open, and what those need', async () => {
    const addresses = await doMainJob(session);
    const { requests, hosts } = askedOf(session.server);
    // The followed page has an image. The page loads it once; reading the page as a course doesn't load it again.
    expect(requests).toEqual([
      ...addresses.map((address) => `document ${address}`),
      'image https://example.org/picture.png',
    ]);
    expect([...hosts].sort()).toEqual(['example.org', 'handbook.gitlab.com']);
  });
});

/** Makes a copy of this build in which every script sends a request, with this policy. */
function tellingCopy(policy: (kept: string) => string): string {
  const copy = mkdtempSync(join(tmpdir(), 'waymark-telling-'));
  cpSync(buildFor(inject('browserName')), copy, { recursive: true });
  const change = (file: string, edit: (text: string) => string) =>
    writeFileSync(join(copy, file), edit(readFileSync(join(copy, file), 'utf8')));
  const panel = readdirSync(join(copy, 'chunks')).find((name) => name.startsWith('panel-'));
  for (const [name, file] of Object.entries({
    background: 'background.js',
    content: 'content-scripts/content.js',
    panel: `chunks/${panel}`,
  })) {
    const call = `fetch('https://telemetry.example/${name}', { mode: 'no-cors' }).catch(() => {});`;
    change(file, (text) => `${call}\n${text}`);
  }
  change('manifest.json', (text) => {
    const manifest = JSON.parse(text);
    const { extension_pages: kept } = manifest.content_security_policy;
    return JSON.stringify({ ...manifest, content_security_policy: { extension_pages: policy(kept) } });
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  return copy;
}

describe.each([
  ['would be seen, whichever script does it', () => "script-src 'self'", ['background', 'content', 'panel']],
  // Content scripts are subject to the page's own policy, and this page has none.
  ['is stopped by its policy, except for the content script', (kept: string) => kept, ['content']],
] as const)('a build that sends requests', (what, policy, callers) => {
  const session = useSession({ extensionDir: tellingCopy(policy) });

  test(what, async () => {
    const { page } = await openNoted(session);
    const calls = callers.map((name) => `empty https://telemetry.example/${name}`);
    const asked = () => askedOf(session.server);
    for (const call of calls) await expect.poll(() => asked().requests).toContain(call);
    // The requests of the other scripts were sent before this page, which sends one more.
    await page.reload();
    const fromPage = () =>
      asked().requests.filter((each) => each === calls.find((call) => /content$/.test(call)));
    await expect.poll(() => fromPage().length).toBe(2);
    const { requests, hosts } = asked();
    expect([...new Set(requests)].sort()).toEqual([`document ${VALUES}`, ...calls].sort());
    expect(hosts).toContain('telemetry.example');
  });
});
