import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const output = (path: string) => new URL(`../../.output/${path}`, import.meta.url);
const textOf = (path: string) => readFileSync(output(path), 'utf8');
const builds = ['chrome-mv3', 'firefox-mv3'];
const HOSTS = [
  'https://handbook.gitlab.com/*',
  'https://about.gitlab.com/handbook/*',
  'https://internal.gitlab.com/handbook/*',
];

describe('the permissions', () => {
  test.each([
    ['chrome-mv3', ['contextMenus', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage']],
    ['firefox-mv3', ['contextMenus', 'scripting', 'storage', 'unlimitedStorage']],
  ])('%s: the handbook’s hosts and nothing that the panel does not need', (build, permissions) => {
    const manifest = JSON.parse(textOf(`${build}/manifest.json`));
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions.sort()).toEqual(permissions);
    expect(manifest.host_permissions).toEqual(HOSTS);
    // A site that the reader adds, and is asked for then.
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
    expect(manifest.optional_permissions).toBeUndefined();
    expect(manifest.content_scripts).toHaveLength(1);
    expect([...manifest.content_scripts[0].matches].sort()).toEqual([...HOSTS].sort());
    expect(manifest.content_scripts[0].all_frames).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
  });

  test.each(builds)(
    '%s: its pages run nothing from elsewhere, ask nobody, and make no HTML of text',
    (build) => {
      const { extension_pages: policy } = JSON.parse(
        textOf(`${build}/manifest.json`),
      ).content_security_policy;
      const directives = policy.split('; ');
      expect(directives).toContain("default-src 'none'");
      expect(directives).toContain("script-src 'self'");
      expect(directives).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe|https?:|connect-src/);
    },
  );

  test('Chrome: has the schema of its policies', () => {
    const { storage } = JSON.parse(textOf('chrome-mv3/manifest.json'));
    expect(JSON.parse(textOf(`chrome-mv3/${storage.managed_schema}`))).toHaveProperty('properties.courses');
  });

  test('Firefox: has the data for its store, and doesn’t open the sidebar by itself', () => {
    const { browser_specific_settings, sidebar_action } = JSON.parse(textOf('firefox-mv3/manifest.json'));
    expect(browser_specific_settings.gecko.data_collection_permissions).toEqual({ required: ['none'] });
    expect(sidebar_action.open_at_install).toBe(false);
  });
});

/** The files that a script of the panel imports as soon as it runs, by their names without hashes. */
function importsOf(build: string, name: string): string[] {
  const [file] = readdirSync(output(`${build}/chunks`)).filter((each) => each.startsWith(`${name}-`));
  const imports = textOf(`${build}/chunks/${file}`).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)/g);
  return [...imports].map(([, path = '']) => path.replace(/-[\w-]{8}\.js$/, '')).sort();
}

describe.each(builds)('%s: opening the panel', (build) => {
  test('begins with one script that includes the courses', () => {
    const scripts = [
      ...textOf(`${build}/sidepanel.html`).matchAll(/<script[^>]* src="\/chunks\/([a-z]+)-[^"]+"/g),
    ];
    expect(scripts.map(([, name]) => name)).toEqual(['panel']);
    expect(importsOf(build, 'panel')).toEqual([]);
  });

  test('loads one more, with the table of moves; everything else loads on demand', () => {
    // The third is 0.5 kB of the bundler's own.
    expect(importsOf(build, 'opening')).toEqual(['moves', 'panel', 'rolldown-runtime']);
  });

  test('has one file for each feature, and one for each table', () => {
    const files = readdirSync(output(`${build}/chunks`)).map((name) => name.replace(/-[\w-]{8}\.js$/, ''));
    expect(files.sort()).toEqual([
      'addresses',
      'badge',
      'en',
      'follow',
      'hand-in',
      'headings',
      'ja',
      'japanese-titles',
      'languages',
      'library',
      'lost-heading',
      'moves',
      'notes',
      'opening',
      'panel',
      'polyfill',
      'rolldown-runtime',
      'search',
      'settings',
      'sync',
      'titles',
    ]);
  });
});

describe('the content script', () => {
  const script = textOf('chrome-mv3/content-scripts/content.js');

  test('is the same for both browsers', () => {
    expect(textOf('firefox-mv3/content-scripts/content.js')).toBe(script);
  });

  test('has no polyfill, schema library or database', () => {
    expect(script).not.toMatch(/api-metadata|webextension-polyfill|valibot|indexedDB|IDB/);
  });

  test('observes no change of the page, runs by no clock of its own and sends nothing through the page', () => {
    expect(script).not.toMatch(
      /(Mutation|Intersection|Performance|Reporting)Observer|setInterval|requestAnimationFrame|requestIdleCallback|postMessage|dispatchEvent|\.connect\(/,
    );
    // The one pause is between two looks at a page that a panel watches.
    expect(script.match(/setTimeout/g)).toHaveLength(1);
    // The one observer waits for the end of a frame's layout, for one look, and is let go.
    expect(script.match(/Observer/g)).toHaveLength(1);
    expect(script).toContain('.disconnect()');
  });
});
