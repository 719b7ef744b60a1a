import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';
import { literalsIn } from './wording/literals.ts';
import { repetitions } from './wording/repeats.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PRODUCT = ['entrypoints', 'components', 'courses', 'sites', 'progress', 'credentials', 'platform'];

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const messages = (await parseMessagesFile(join(ROOT, 'assets/locales/en.yml')))
  .map((message) => ({
    key: message.key.join('.'),
    forms: message.type === 'plural' ? Object.values(message.plurals) : [message.message],
  }))
  // Nobody would reword the product's name and the language's tag.
  .filter(({ key }) => !key.startsWith('@@') && key !== 'appName' && key !== 'language')
  .flatMap(({ key, forms }) => forms.map((form) => [key, form] as const));

const codeWords = new Set(
  PRODUCT.flatMap(filesIn).flatMap((file) => literalsIn(file, textOf(file)).map(({ text }) => text)),
);
const repeated = repetitions(messages, codeWords);
const repeatedIn = (file: string, source: string) =>
  literalsIn(file, source).flatMap(({ text, line }) => {
    const how = repeated(text);
    return how ? [`${file}:${line} ${JSON.stringify(text)} ${how}`] : [];
  });

/** A script that drives the panel imports from the tests. */
const drivesThePanel = (file: string) => /from '\.\.\/tests\//.test(textOf(file));

test('no test repeats a text of the interface, which could then not be reworded', () => {
  const exempt = ['tests/texts.ts', 'tests/unit/house-wording.test.ts'];
  const files = [...filesIn('tests'), ...filesIn('scripts').filter(drivesThePanel)].filter(
    (file) => !exempt.includes(file) && !file.startsWith('tests/fixtures/'),
  );
  expect(files.flatMap((file) => repeatedIn(file, textOf(file)))).toEqual([]);
});

describe('a text counts as repeated', () => {
  test.each([
    ['as it is', "show('You are here')"],
    ['with straight quotation marks', `tell("Badges you've made")`],
    ['with a value inserted', "has('Next: Values')"],
    ['as a template', `has(\`Next: \${title}\`)`],
    ['up to an inserted value', "starts('Next: ')"],
    ['in a selector', `panel.$('section[aria-label="Settings"] a')`],
    ['in a longer selector', `panel.$('section[aria-label="You are here"] a')`],
    ['in a piece of HTML', "has('<h2>Settings</h2>')"],
    ['among other words', "has('1. You are here, reader')"],
    ['with its numbers among other words', "has('imported · 1 of 2 ticked')"],
    ['in capitals', "has('YOU ARE HERE AGAIN')"],
    ['as three words of it', "has('a background tab')"],
    ['as a pattern', 'expect(text).toMatch(/^Settings$/)'],
    ['as a pattern for any space', 'expect(text).toMatch(/You\\s+are here/)'],
    ['as a pattern with a value inserted', 'expect(text).toMatch(/Next: (.+)/)'],
    ['as one of a pattern’s alternatives', 'expect(text).toMatch(/^(Welcome|Settings)$/)'],
    ['as a name in an object', "const counts = { 'Start over': 1 }"],
    ['as a type', "type Name = 'Start over'"],
    ['as a value in a row of test.each', "test.each(['Settings'])('a title', () => {})"],
  ])('%s', (_, source) => {
    expect(repeatedIn('a.test.ts', source)).not.toEqual([]);
  });
});

describe('a text does not count as repeated', () => {
  test.each([
    ['as the title of a test', "test('Start over brings the history', () => {})"],
    ['as the title of test.each', "test.each([1])('Start over %s', () => {})"],
    ['as a comment', '// You are here'],
    ['as a key', "t('here.title')"],
    ['as a name in the code', "records.filter(({ kind }) => kind === 'note' || kind === 'section')"],
    ['as one word among others', "panel.open('the settings, then Settings again')"],
    ['as the language of a page', `serve('<html lang="en">')`],
    ['as the product’s name', "tell('Waymark')"],
    ['as common words', "throw new Error('The wheel left some of it')"],
    ['as an address', "open('https://handbook.gitlab.com/handbook/values/')"],
  ])('%s', (_, source) => {
    expect(repeatedIn('a.test.ts', source)).toEqual([]);
  });
});
