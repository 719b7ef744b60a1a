import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { bundledPackages, licencesOf } from './scripts/licences.ts';
import { sitePatterns } from './sites/patterns.ts';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Matches the modules whose path in the project begins with one of `paths`, on every operating system. */
const under = (...paths: string[]) =>
  new RegExp(
    paths
      .map((path) => `/${path}`)
      .join('|')
      .replaceAll('/', '[\\\\/]'),
  );

/**
 * The files of the panel. A module goes into the first file that matches it, together with everything it imports that isn't in
 * an earlier one. Opening the panel loads two: `panel` paints the first picture, with the built-in courses in it, and `opening`
 * is everything else that opening needs. Each feature that a reader asks for is one more file, and so is each large table.
 * The number of files matters: each costs 1 to 2 ms of main thread (docs/performance.md).
 */
const chunks = [
  { name: 'panel', test: under('entrypoints/sidepanel/main.tsx', 'assets/courses/[a-z-]+.json') },
  // Only browsers without `browser` (Chrome before 148) load it.
  { name: 'polyfill', test: under('platform/polyfill.ts') },
  { name: 'addresses', test: under('assets/sites/pages.json') },
  { name: 'titles', test: under('assets/sites/titles.json') },
  { name: 'headings', test: under('assets/sites/headings.json') },
  { name: 'japanese-titles', test: under('assets/sites/titles-ja.json') },
  { name: 'moves', test: under('assets/sites/moves.json') },
  {
    name: 'opening',
    test: under(
      'components/[A-Z]',
      'components/state/(?!original-headings)',
      'components/ui/',
      'components/course/(?!MissingPage|LostHeading)',
      'components/notes/(NoteList|MyNotes|note-drafts)',
      'components/follow/FollowPage',
      'components/badge/Reached',
      'catalog/(?!followed-courses|readings|page-wording|earlier-visits)',
      'progress/(?!export|sync|earlier-visits|readings)',
      'platform/',
    ),
  },
  { name: 'search', test: under('components/search/', 'components/course/MissingPage') },
  {
    name: 'lost-heading',
    test: under('components/course/LostHeading', 'components/state/original-headings'),
  },
  { name: 'follow', test: under('components/follow/', 'catalog/') },
  { name: 'languages', test: under('courses/page/languages/(de|ja)') },
  ...['library', 'notes', 'settings', 'badge', 'hand-in', 'recall'].map((name) => ({
    name,
    test: under(`components/${name}/`),
  })),
];

const packages = new Set<string>();

export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  manifestVersion: 3,
  vite: () => ({
    plugins: [bundledPackages(packages)],
    build: { modulePreload: false },
    resolve: {
      alias: {
        // WXT gives every content script a context that posts an event and a message in the page, where the website can see
        // them. Waymark uses none of it, so its own empty class takes the place of WXT's.
        'wxt/utils/content-script-context': fileURLToPath(
          new URL('platform/content-script-context.ts', import.meta.url),
        ),
      },
    },
  }),
  hooks: {
    // Runs after the last bundle, when all packages in it are known. Whoever distributes them must include their licences.
    'build:publicAssets'(_, files) {
      const ours = ['LICENSE', 'NOTICE.md'].map((name) => ({
        absoluteSrc: fileURLToPath(new URL(name, import.meta.url)),
        relativeDest: name,
      }));
      files.push(...ours, { contents: licencesOf(packages), relativeDest: 'third-party-licences.txt' });
    },
    // Safari has no side panel. The panel opens in a tab there, which needs no entry in the manifest.
    'build:manifestGenerated'({ config }, manifest) {
      if (config.browser !== 'safari') return;
      delete manifest.side_panel;
      manifest.permissions = manifest.permissions?.filter((name) => name !== 'sidePanel');
    },
    // The page to print is built on its own: the code it shares with the panel is in the panel's first file, which would start the
    // panel in that page.
    'entrypoints:grouped'(_, groups) {
      for (const group of groups.filter(Array.isArray)) {
        const at = group.findIndex(({ name }) => name === 'hand-in');
        if (at >= 0 && group.length > 1) groups.push(group.splice(at, 1));
      }
    },
    'vite:build:extendConfig'(entrypoints, config) {
      if (entrypoints.some(({ name }) => name === 'hand-in')) {
        const names = 'hand-in/[name]-[hash].js';
        const output = {
          ...config.build?.rolldownOptions?.output,
          chunkFileNames: names,
          entryFileNames: names,
        };
        config.build = { ...config.build, rolldownOptions: { ...config.build?.rolldownOptions, output } };
      }
      if (!entrypoints.some(({ type }) => type === 'sidepanel')) return;
      config.build = {
        ...config.build,
        rolldownOptions: {
          ...config.build?.rolldownOptions,
          output: { ...config.build?.rolldownOptions?.output, codeSplitting: { groups: chunks } },
        },
      };
    },
  },
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: 'assets/locales' },
  manifest: ({ browser }) => ({
    name: '__MSG_appName__',
    description: '__MSG_appDescription__',
    default_locale: 'en',
    // `unlimitedStorage` keeps the browser from deleting the reader's progress when disk space runs low. It shows no prompt.
    permissions: ['storage', 'unlimitedStorage', 'contextMenus', 'scripting'],
    host_permissions: sitePatterns,
    // For other handbooks: the browser asks the reader for access to one site when they add it.
    optional_host_permissions: ['https://*/*'],
    action: { default_title: '__MSG_toolbarTitle__' },
    content_security_policy: { extension_pages: contentSecurityPolicy },
    commands: {
      [browser === 'firefox' ? '_execute_sidebar_action' : '_execute_action']: {
        suggested_key: { default: 'Alt+Shift+L' },
      },
      note: { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_noteCommand__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'waymark@waymark.example',
              // The first version that knows data_collection_permissions.
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : browser === 'safari'
        ? // The first version with `Map.groupBy`.
          { browser_specific_settings: { safari: { strict_min_version: '17.4' } } }
        : {
            // The side panel came with 114, opening it for a note with 116, and `Map.groupBy` with 117.
            minimum_chrome_version: '117',
            // Chrome checks policies by this schema before Waymark reads them. Firefox needs no such file.
            storage: { managed_schema: 'policy.schema.json' },
          }),
  }),
});
