import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../archives.ts';

const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const manifestOf = (build: string) => JSON.parse(textOf(`.output/${build}/manifest.json`));

/** The width and height of a picture that the stores take: eight bits each of red, green and blue, and nothing transparent. */
function sizeOf(name: string): [width: number, height: number] {
  const png = readFileSync(join(ROOT, 'docs/store/pictures', name));
  expect([png.subarray(1, 4).toString(), png[24], png[25]], name).toEqual(['PNG', 8, 2]);
  expect(png.length, name).toBeLessThanOrEqual(200_000);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** The parts of a text by their headings' places, which are the same in every language. */
const PARTS = ['name', 'summary', 'description', 'category', 'pictures', 'purpose', 'permissions'] as const;
function partsOf(language: string): Record<(typeof PARTS)[number], string> {
  const [, ...sections] = textOf(`docs/store/${language}.md`).split(/^## .+\n/m);
  expect(sections).toHaveLength(PARTS.length + 3);
  return Object.fromEntries(PARTS.map((part, at) => [part, sections[at]?.trim()])) as ReturnType<
    typeof partsOf
  >;
}

describe.each(['en', 'ja'])('the texts for the stores (%s)', (language) => {
  const parts = partsOf(language);
  const messages = JSON.parse(textOf(`.output/chrome-mv3/_locales/${language}/messages.json`));

  test('name and summary are those of the extension, and have a valid length', () => {
    expect(parts.name).toBe(messages.appName.message);
    expect(parts.summary).toBe(messages.appDescription.message);
    expect(parts.summary.length).toBeLessThanOrEqual(132);
  });

  test('say that Waymark is independent', () => {
    for (const part of [parts.summary, parts.description])
      expect(part).toMatch(/not affiliated\b.*\bgitlab|との提携関係はな|との提携関係はありません/i);
    expect(parts.name).not.toMatch(/gitlab/i);
  });

  test('every permission has a reason, and nothing else does', () => {
    const asked = ['chrome-mv3', 'firefox-mv3']
      .map(manifestOf)
      .flatMap((manifest) => [
        ...(manifest.permissions ?? []),
        ...(manifest.host_permissions ?? []),
        ...(manifest.optional_permissions ?? []),
        ...(manifest.optional_host_permissions ?? []),
        ...manifest.content_scripts.flatMap(({ matches }: { matches: string[] }) => matches),
      ]);
    const rows = [...parts.permissions.matchAll(/^\| `(.+)` \| (.+) \|$/gm)];
    expect(rows.map(([, permission]) => permission).sort()).toEqual([...new Set(asked)].sort());
    for (const [, permission, reason = ''] of rows) expect(reason.length, permission).toBeGreaterThan(20);
  });

  test('pictures have the size that both stores require, and are small', () => {
    const named = [...parts.pictures.matchAll(/`pictures\/(.+?)`/g)].map(([, name = '']) => name);
    const there = readdirSync(join(ROOT, 'docs/store/pictures'));
    const own = there.filter((name) => name.startsWith(`${language}-`));
    expect(own.length).toBeGreaterThanOrEqual(2);
    expect(named.sort()).toEqual(['tile.png', ...own].sort());
    expect(sizeOf('tile.png')).toEqual([440, 280]);
    for (const name of own) {
      expect(sizeOf(name), name).toEqual([1280, 800]);
    }
  });
});
