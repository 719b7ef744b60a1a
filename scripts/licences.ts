import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

// The licences of bundled packages. The bundler says which packages are in a build, and each package has the text of its licence.
const root = fileURLToPath(new URL('..', import.meta.url));
const PERMISSIVE = /^(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0)$/;
/** A licence that requires more: its files must be unchanged, and the text names their source. */
const SOURCE_NAMED = 'webextension-polyfill under MPL-2.0';
/** Vite's text continues with the licences of the packages in Vite, none of which is in a build of Waymark. */
const OWN_DEPENDENCIES = /^# Licenses of bundled dependencies$/m;
/** WXT's packages come without the text of their licence, which is in their repository. */
const MISSING_TEXTS: Record<string, string> = Object.fromEntries(
  ['wxt', '@wxt-dev/browser', '@wxt-dev/i18n'].map((name) => [name, `${root}assets/licences/wxt.txt`]),
);

/**
 * The folder of the package that a bundled module comes from; undefined for Waymark's own modules.
 * @param id the module's id in the bundler
 * @throws Error if the package is unknown
 */
export function packageOf(id: string): string | undefined {
  const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/')) ?? [];
  if (folder !== undefined || !id.startsWith('\0')) return folder;
  // Modules that the bundlers and the framework generate.
  const [, name] = /^\0(?:virtual:)?(rolldown|vite|wxt)\b/.exec(id) ?? [];
  if (name === undefined)
    throw new Error(`The package of ${JSON.stringify(id)} is unknown, and so is its licence.`);
  return `${root}node_modules/${name}`;
}

function addIfDefined<Value>(set: Set<Value>, value: Value | undefined): void {
  if (value !== undefined) set.add(value);
}

/** A plugin that adds to `folders` the folder of every package that has code in a bundle. */
export function bundledPackages(folders: Set<string>): Plugin {
  return {
    name: 'bundled-packages',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const bundled = Object.entries(chunk.modules).filter(([, { renderedLength }]) => renderedLength > 0);
        for (const [id] of bundled) addIfDefined(folders, packageOf(id));
      }
    },
  };
}

function entryOf(folder: string): string {
  const { name, version, license, repository } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const terms = `${name} under ${license}`;
  if (!PERMISSIVE.test(license) && terms !== SOURCE_NAMED)
    throw new Error(`${terms} isn’t a licence under which Waymark can be distributed.`);
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(each));
  const path = file === undefined ? MISSING_TEXTS[name] : `${folder}/${file}`;
  const text =
    path === undefined
      ? ''
      : (readFileSync(path, 'utf8').replaceAll('\r\n', '\n').split(OWN_DEPENDENCIES)[0]?.trim() ?? '');
  if (text === '') throw new Error(`${name} comes without the text of its licence.`);
  const source = String(repository?.url ?? repository).replace(
    /^(git\+|git:)?(https:)?(\/\/)?(github\.com\/)?/,
    '',
  );
  const title = `${name} ${version} (${license})`;
  return `${title}\nSource: https://github.com/${source.replace(/\.git$/, '')}\n\n${text}\n`;
}

/**
 * The text of third-party-licences.txt.
 * @param folders the folders of the bundled packages
 * @throws Error if a package has no licence text, or a licence that isn't permissive
 */
export function licencesOf(folders: Iterable<string>): string {
  const head = 'Waymark holds parts of the following packages, each under the licence below its name.\n';
  // The same package may be in two folders.
  const entries = [...new Set([...folders].map(entryOf))].sort();
  return [head, ...entries].join(`\n${'-'.repeat(80)}\n\n`);
}
