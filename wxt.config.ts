import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { bundledPackages, licencesOf } from './scripts/licences.ts';
import { siteMatches } from './sites/matches.ts';

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

/**
 * Vite puts every `import()` into code that loads styles and reports errors by itself, 1 kB of it. What loads on
 * demand here has no styles of its own, so the import alone is enough.
 */
const plainImports = {
  name: 'plain-imports',
  configResolved({ plugins }: { plugins: readonly { name: string }[] }) {
    const at = plugins.findIndex(({ name }) => name === 'native:import-analysis-build');
    if (at >= 0) (plugins as { name: string }[]).splice(at, 1);
  },
};

/**
 * What loads on demand gets a copy of valibot of its own: the library is one file, and in one copy every schema of a backup
 * or badge would be part of the panel's first load. Schemas are plain objects, so those of one copy fit into those of the other.
 */
const valibotOnDemand = {
  name: 'valibot-on-demand',
  enforce: 'pre' as const,
  async resolveId(this: { resolve: Resolve }, id: string, importer: string | undefined) {
    if (
      id !== 'valibot' ||
      !/progress\/(export|sync)\/|\/courses\/pack|credentials\/|platform\/policy/.test(importer ?? '')
    )
      return undefined;
    return `${(await this.resolve(id, importer, { skipSelf: true }))?.id}?on-demand`;
  },
};
type Resolve = (
  id: string,
  importer: string | undefined,
  options: { skipSelf: true },
) => Promise<{ id: string } | null>;

/**
 * Preact can put HTML into a page. Waymark never asks for it and its policy forbids it; without all of that whoever reviews the
 * build need not take our word.
 */
const preactWithoutHtml = {
  name: 'preact-without-html',
  transform(code: string, id: string) {
    if (!/\/preact\/dist\/preact\.\w+$/.test(id)) return undefined;
    const branch =
      /(\w)\?\(\w\|\|(\w)&&\(\1\.__html==\2\.__html\|\|\1\.__html==(\w)\.innerHTML\)\|\|\(\3\.innerHTML=\1\.__html\),\w\.__k=\[\]\):\(\2&&\(\3\.textContent=""\),/;
    const without = code.replace(branch, '(').replaceAll(/"dangerouslySetInnerHTML"==\w\?\w=\w:/g, '');
    if (without === code || /innerHTML/i.test(without))
      throw new Error('Preact puts HTML into pages in another way than it used to: see wxt.config.ts.');
    return { code: without, map: null };
  },
};

const packages = new Set<string>();

export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  manifestVersion: 3,
  vite: () => ({
    plugins: [plainImports, valibotOnDemand, preactWithoutHtml, bundledPackages(packages)],
    build: { modulePreload: { polyfill: false } },
    resolve: {
      alias: {
        'wxt/utils/content-script-context': fileURLToPath(
          new URL('platform/content-script-context.ts', import.meta.url),
        ),
      },
    },
  }),
  hooks: {
    // After the last bundle: what is given on carries its licences.
    'build:publicAssets'(_, files) {
      const ours = ['LICENSE', 'NOTICE.md'].map((name) => ({
        absoluteSrc: fileURLToPath(new URL(name, import.meta.url)),
        relativeDest: name,
      }));
      files.push(...ours, { contents: licencesOf(packages), relativeDest: 'third-party-licences.txt' });
    },
    // Safari has no side panel: there it is a page in a tab, which the manifest says nothing of.
    'build:manifestGenerated'({ config }, manifest) {
      if (config.browser !== 'safari') return;
      delete manifest.side_panel;
      manifest.permissions = manifest.permissions?.filter((name) => name !== 'sidePanel');
    },
    // The page to print shares code with the panel, whose first script holds all that it begins with, and would start in that page.
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
      // The panel begins with one script and the courses' data. What loads on demand, and data, has files of its own.
      const codeSplitting = {
        groups: [
          { name: 'courses', test: /assets\/courses\/[^/]+\.json$/ },
          { name: 'pages', test: /assets\/sites\/pages\.json$/ },
          { name: 'moves', test: /assets\/sites\/moves\.json$/ },
          { name: 'panel', test: /sidepanel\/main\.tsx$/ },
        ],
      };
      config.build = {
        ...config.build,
        // Nor is a script told what another will load: all of it is on the reader's disk.
        modulePreload: {
          polyfill: false,
          resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
        },
        rolldownOptions: {
          ...config.build?.rolldownOptions,
          output: { ...config.build?.rolldownOptions?.output, codeSplitting },
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
    // `unlimitedStorage` is what keeps the browser from evicting the reader's progress when room gets short; it asks nothing.
    permissions: ['storage', 'unlimitedStorage', 'contextMenus', 'scripting'],
    host_permissions: siteMatches,
    // Other handbooks, each of which the reader is asked for when they add it.
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
              // 140 is the first that knows data_collection_permissions.
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : browser === 'safari'
        ? // The first with `Map.groupBy`.
          { browser_specific_settings: { safari: { strict_min_version: '17.4' } } }
        : {
            // The side panel came with 114, opening it for a note with 116, and `Map.groupBy` with 117.
            minimum_chrome_version: '117',
            // What a policy says is checked by the browser first. Firefox needs no such file.
            storage: { managed_schema: 'policy.schema.json' },
          }),
  }),
});
