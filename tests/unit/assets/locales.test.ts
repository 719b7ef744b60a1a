import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = `${root}assets/locales/`;

/** The texts of a language by their keys: one each, or for counts one of each form. */
async function textsOf(language: string): Promise<Map<string, Record<string, string>>> {
  const messages = await parseMessagesFile(`${folder}${language}.yml`);
  const formsOf = (message: Awaited<ReturnType<typeof parseMessagesFile>>[number]) =>
    message.type === 'plural' ? message.plurals : { text: message.message };
  return new Map(
    messages
      .filter(({ key }) => !key.join('.').startsWith('@@'))
      .map((message) => [message.key.join('.'), formsOf(message) as Record<string, string>]),
  );
}

const placeholdersIn = (text: string) => [...new Set(text.match(/\$\d/g))].sort();
const allOf = (forms: Record<string, string>) => Object.values(forms).join(' ');

const english = await textsOf('en');
const languages = await Promise.all(
  readdirSync(folder).map(async (file) => {
    const language = file.replace('.yml', '');
    return [language, await textsOf(language)] as const;
  }),
);

test('English and Japanese are there', () => {
  expect(languages.map(([language]) => language)).toEqual(expect.arrayContaining(['en', 'ja']));
});

describe.each(languages)('the texts in %s', (language, texts) => {
  test('have the same keys as English', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('are never empty, and have no stray spaces', () => {
    const odd = [...texts].filter(([, forms]) =>
      Object.values(forms).some((text) => /^\s|\s{2}|\s$|^$|\t/.test(text)),
    );
    expect(odd).toEqual([]);
  });

  test('have the placeholders of English, in every plural form with a number', () => {
    for (const [key, forms] of texts) {
      const wanted = english.get(key) ?? {};
      const ofAll = (each: Record<string, string>) => placeholdersIn(each.n ?? allOf(each));
      expect(ofAll(forms), key).toEqual(ofAll(wanted));
      for (const form of Object.values(forms)) {
        expect(ofAll(wanted), key).toEqual(expect.arrayContaining(placeholdersIn(form)));
      }
    }
  });

  test('have plural forms that are used: one for all, for 1 and more, or for 0, 1 and more', () => {
    for (const [key, forms] of texts) {
      const names = Object.keys(forms).join();
      const counted = 'n' in (english.get(key) ?? {});
      expect(counted ? ['n', '1,n', '0,1,n'] : ['text'], key).toContain(names);
      // The forms are kept in one text, between these.
      expect(allOf(forms), key).not.toContain(' | ');
    }
  });

  test('name their language, and have all required texts', () => {
    expect(texts.get('language')).toEqual({ text: language });
    expect(texts.get('appName')).toEqual({ text: 'Waymark' });
    const description = texts.get('appDescription')?.text ?? '';
    expect(description).toContain('GitLab');
    // The stores take no more.
    expect(description.length).toBeLessThanOrEqual(132);
  });
});

test('the English texts are in plain words', () => {
  const stilted =
    /\b(beside|mend(s|ed)?|afresh|meanwhile|alike|gone|all right|gets to see|take[ns]? (in|over|back)|given? access|given? back|no room)\b/i;
  const found = [...english].filter(([, forms]) => Object.values(forms).some((text) => stilted.test(text)));
  expect(found).toEqual([]);
});

test('every text is used', () => {
  const files = ['entrypoints', 'components', 'catalog'].flatMap((name) =>
    readdirSync(`${root}${name}`, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => `${root}${name}/${path}`),
  );
  const source = [...files, `${root}wxt.config.ts`].map((file) => readFileSync(file, 'utf8')).join('\n');
  const named = new Set([...source.matchAll(/'(?:__MSG_)?([\w.]+?)(?:__)?'/g)].map(([, key]) => key));
  const families = [...source.matchAll(/`([\w.]+\.)\$\{/g)].map(([, family = '']) => family);
  const unused = [...english.keys()].filter(
    (key) => !named.has(key) && !families.some((family) => key.startsWith(family)),
  );
  expect(unused).toEqual([]);
});

test('every Japanese text is written in Japanese', () => {
  const japanese = languages.find(([language]) => language === 'ja')?.[1] ?? new Map();
  const others = [...japanese].filter(
    ([key, forms]) =>
      !['appName', 'language'].includes(key) && !/[\u3040-\u30ff\u4e00-\u9fff]/.test(allOf(forms)),
  );
  expect(others).toEqual([]);
});
