import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const builds = ['chrome', 'firefox'];
const filesOf = (browser: string, ending: RegExp) =>
  readdirSync(new URL(`.output/${browser}-mv3/`, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => `.output/${browser}-mv3/${file}`);

/** A file without its data, which is a string that only `JSON.parse` reads: a heading of the handbook may be `fetch`. */
const codeOf = (path: string) => textOf(path).replace(/JSON\.parse\(`[^`\\]*(?:\\.[^`\\]*)*`\)/g, '');

/** What a build asks the browser for, as the README writes it: hosts without scheme and stars, unless nothing else is left. */
function askedBy(browser: string): string[] {
  const manifest = JSON.parse(textOf(`.output/${browser}-mv3/manifest.json`));
  const lists = ['permissions', 'host_permissions', 'optional_permissions', 'optional_host_permissions'];
  return lists
    .flatMap((list): string[] => manifest[list] ?? [])
    .map((asked) => /^https:\/\/([^*]+?)\/\*$/.exec(asked)?.[1] ?? asked);
}

describe('the permissions in the README', () => {
  const [, table = ''] = /^\| permission .*\n\|.*\n((?:\|.*\n)+)/m.exec(textOf('README.md')) ?? [];
  const rows = table.split('\n').flatMap((row) => {
    const [, what = '', why = ''] = row.split('|');
    const only = /\((Chrome|Firefox)\)/.exec(what)?.[1]?.toLowerCase();
    return [...what.matchAll(/`([^`]+)`/g)].map(([, name = '']) => ({ name, only, why: why.trim() }));
  });

  test.each(builds)(
    'is what the build for %s asks for, each with its reason, and nothing else',
    (browser) => {
      const said = rows.filter(({ only }) => only === undefined || only === browser);
      expect(said.map(({ name }) => name).sort()).toEqual([...new Set(askedBy(browser))].sort());
      for (const { why } of rows) expect(why).not.toBe('');
    },
  );
});

describe.each(builds)('the build for %s', (browser) => {
  test('runs nothing that is not in it', () => {
    const code =
      /\beval\s*\(|\bnew Function\b|\bimportScripts\b|\bimport\(?\s*["'`]https?:|\bfrom\s*["'`]https?:/;
    for (const file of filesOf(browser, /\.js$/)) expect(textOf(file), file).not.toMatch(code);
    for (const file of filesOf(browser, /\.html$/)) {
      expect(textOf(file), file).not.toMatch(/<script(?![^>]*\ssrc="\/)|(?:src|href)="(?:https?:)?\/\//);
    }
    expect(filesOf(browser, /\.(html|js)$/).length).toBeGreaterThan(30);
  });

  test('knows no way to ask for anything', () => {
    const ways = /\b(fetch|XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|RTCPeerConnection)\b/;
    for (const file of filesOf(browser, /\.js$/)) expect(codeOf(file), file).not.toMatch(ways);
    for (const file of filesOf(browser, /\.css$/)) expect(textOf(file), file).not.toMatch(/@import|https?:/);
  });
});
