import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** The licences of what is bundled, as each build finds it: its list is the bundler's own, its texts those of the packages. */
const root = fileURLToPath(new URL('..', import.meta.url));
const PERMISSIVE = /^(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0)$/;
/** The one that asks for more, and gets it: its files are unchanged, and the text says where their source is. */
const SOURCE_NAMED = 'webextension-polyfill under MPL-2.0';
/** What WXT's packages leave out of themselves is in their repository. */
const LEFT_OUT: Record<string, string> = Object.fromEntries(
  ['wxt', '@wxt-dev/browser', '@wxt-dev/i18n'].map((name) => [name, `${root}assets/licences/wxt.txt`]),
);

/** The folder of the package that a module of a bundle comes from; undefined for our own. Throws where nobody knows. */
export function packageOf(id: string): string | undefined {
  const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/')) ?? [];
  // The one module of Vite's that is there has its text from wxt.config.ts.
  if (folder !== undefined || !id.startsWith('\0') || id === '\0vite/preload-helper.js') return folder;
  // What bundler and framework make up themselves.
  const [, name] = /^\0(?:virtual:)?(rolldown|wxt)\b/.exec(id) ?? [];
  if (name === undefined) throw new Error(`Nobody knows whose ${JSON.stringify(id)} is, or its licence.`);
  return `${root}node_modules/${name}`;
}

/** Takes note of every package that any of a build's bundles holds something of. */
export function bundledPackages(folders: Set<string>): Plugin {
  return {
    name: 'bundled-packages',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const folder = renderedLength > 0 ? packageOf(id) : undefined;
          if (folder !== undefined) folders.add(folder);
        }
      }
    },
  };
}

function entryOf(folder: string): string {
  const { name, version, license, repository } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const terms = `${name} under ${license}`;
  if (!PERMISSIVE.test(license) && terms !== SOURCE_NAMED)
    throw new Error(`${terms} is not among what Waymark may be given on with.`);
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(each));
  const path = file === undefined ? LEFT_OUT[name] : `${folder}/${file}`;
  const text = path === undefined ? '' : readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim();
  if (text === '') throw new Error(`${name} comes without the text of its licence.`);
  const source = String(repository?.url ?? repository).replace(
    /^(git\+|git:)?(https:)?(\/\/)?(github\.com\/)?/,
    '',
  );
  const title = `${name} ${version} (${license})`;
  return `${title}\nSource: https://github.com/${source.replace(/\.git$/, '')}\n\n${text}\n`;
}

/** One text with the licences of these packages, by name. Throws where one has none, or one that is not permissive. */
export function licencesOf(folders: Iterable<string>): string {
  const head = 'Waymark holds parts of the following packages, each under the licence below its name.\n';
  // A package may be there by two paths, and is named once.
  const entries = [...new Set([...folders].map(entryOf))].sort();
  return [head, ...entries].join(`\n${'-'.repeat(80)}\n\n`);
}
