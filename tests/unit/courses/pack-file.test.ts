import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import { type Course, resourcesOf } from '../../../courses/course.ts';
import { LINK_REASON } from '../../../courses/pack.ts';
import { MOST_BYTES, readPackFile, writePack } from '../../../courses/pack-file.ts';
import { effortOf } from '../../effort.ts';
import { anyCourse } from './any-course.ts';

const pathway = builtInCourses[0] as Course;
const GOOD = writePack(pathway);

const refusalOf = async (file: string | Blob) => {
  const read = await readPackFile(file);
  return 'refusal' in read ? read.refusal : undefined;
};
/** The pack with `text` in the place of the title of its first resource. */
const withTitle = (text: string) => GOOD.replace(/"GitLab’s strategy & open core model"/, () => text);
const placesIn = async (file: string) => {
  const refusal = await refusalOf(file);
  return refusal?.reason === 'pack' ? refusal.refusals.map(({ place }) => place) : refusal;
};

describe('a pack', () => {
  test('that was exported is imported as the same course', async () => {
    await fc.assert(
      fc.asyncProperty(anyCourse, async (course) => {
        const text = writePack(course);
        expect(await readPackFile(text)).toEqual({ course });
        expect(await readPackFile(new Blob([text]))).toEqual({ course });
        expect(text).toBe(writePack(JSON.parse(text)));
      }),
      { numRuns: 300 },
    );
  });

  test.each(builtInCourses.map((course) => [course.id, course] as const))(
    'of the built-in course %s is read as it was written, also with the mark of some editors',
    async (_, course) => {
      expect(await readPackFile(writePack(course))).toEqual({ course });
      expect(await readPackFile(`\ufeff${writePack(course)}`)).toEqual({ course });
      expect(await readPackFile(new Blob(['\ufeff', writePack(course)]))).toEqual({ course });
    },
  );

  test('contains known moves, but not how they were detected', async () => {
    const settled = structuredClone(pathway);
    const resource = resourcesOf(settled)[0];
    if (resource)
      Object.assign(resource, {
        formerly: [resource.address],
        address: 'https://example.org/',
        movedBy: 'opened',
      });
    const read = await readPackFile(writePack(settled));
    expect(read).toMatchObject({ course: { id: pathway.id } });
    delete resource?.movedBy;
    expect(read).toEqual({ course: settled });
  });
});

describe('a file is refused that', () => {
  test('is too large, without reading it', async () => {
    const file = Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error('was read')) });
    Object.defineProperty(file, 'size', { value: MOST_BYTES + 1 });
    const refusal = { reason: 'tooLarge', bytes: MOST_BYTES + 1, most: MOST_BYTES };
    expect(await refusalOf(file)).toEqual(refusal);
    expect(await refusalOf(' '.repeat(MOST_BYTES + 1))).toEqual(refusal);
  });

  test('can’t be read, or isn’t UTF-8', async () => {
    const gone = Object.assign(new Blob(['{']), { arrayBuffer: () => Promise.reject(new Error('gone')) });
    expect(await refusalOf(gone)).toEqual({ reason: 'unreadable' });
    expect(await refusalOf(new Blob([GOOD, new Uint8Array([0xed, 0xa0, 0x80])]))).toEqual({
      reason: 'notText',
    });
    const utf16 = new Uint8Array(Uint16Array.from(Buffer.from(GOOD)).buffer);
    expect(await refusalOf(new Blob([new Uint8Array([0xff, 0xfe]), utf16]))).toEqual({ reason: 'notText' });
  });

  test('is nested a million levels deep', async () => {
    const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
    expect(await refusalOf(deep)).toEqual({ reason: 'tooDeep', most: 16 });
    expect(await refusalOf(withTitle(deep))).toEqual({ reason: 'tooDeep', most: 16 });
    expect(await refusalOf('{"a":'.repeat(800_000))).toEqual({ reason: 'tooDeep', most: 16 });
    // Brackets in a text are text.
    expect(await refusalOf(withTitle(JSON.stringify(`"\\${'['.repeat(200)}`)))).toBeUndefined();
  });

  test.each(['', 'Dear baker', '{"a": [', '\0\u0001', `"${'\\"'.repeat(1_000_000)}`])(
    'is no JSON',
    async (text) => {
      expect(await refusalOf(text)).toEqual({ reason: 'notJson', ours: false });
    },
  );

  test('was cut off', async () => {
    for (const length of [30, 600, GOOD.length - 4]) {
      expect(await refusalOf(GOOD.slice(0, length))).toEqual({ reason: 'notJson', ours: true });
    }
  });

  test.each([
    'null',
    '7',
    '"pack"',
    '[]',
    '{}',
    '{"format":"waymark-progress"}',
    '{"__proto__":{"sections":[],"audiences":[]}}',
  ])('is JSON of something else: %s', async (text) => {
    expect(await refusalOf(text)).toEqual({ reason: 'notOurs' });
  });

  test('has 100,000 links, at once', async () => {
    const links = Array.from({ length: 100_000 }, () => '{"id":"a","title":"b","address":"https://c/"}');
    const file = JSON.stringify(pathway).replace('"resources":[]', () => `"resources":[${links}]`);
    const effort = await effortOf(async () => {
      expect(await placesIn(file)).toEqual(['sections.0.resources']);
      expect(await placesIn(file.replaceAll('https://c/', 'data:c'))).toEqual([
        'sections.0.resources.0.address',
      ]);
    });
    expect(effort).toBeLessThan(5000);
  });

  test('has two million errors, at once and with the first', async () => {
    const file = JSON.stringify(pathway).replace(
      '"resources":[]',
      () => `"resources":[${'1,'.repeat(2_300_000)}1]`,
    );
    const effort = await effortOf(async () =>
      expect(await placesIn(file)).toEqual(['sections.0.resources.0']),
    );
    expect(effort).toBeLessThan(5000);
  });

  test.each([
    ['__proto__', '{"__proto__": {"polluted": true}, '],
    ['constructor', '{"constructor": "x", '],
    ['toString', '{"toString": "x", '],
  ])('has the key %s, at its place', async (key, start) => {
    expect(await placesIn(GOOD.replace('{', () => start))).toEqual([key]);
    expect(
      await placesIn(GOOD.replace('"resources": [\n        {', (all) => all.slice(0, -1) + start)),
    ).toEqual([expect.stringMatching(new RegExp(`^sections\\.\\d\\.resources\\.0\\.${key}$`))]);
    expect({}).not.toHaveProperty('polluted');
  });

  test.each(['__proto__', 'prototype', 'constructor'])(
    'translates what nothing is called: %s',
    async (name) => {
      const course = JSON.stringify({ ...pathway, translations: { ja: { groups: { NAME: 'x' } } } });
      expect(await placesIn(course.replace('NAME', name))).toEqual([`translations.ja.groups.${name}`]);
      const language = JSON.stringify({ ...pathway, translations: { NAME: {} } });
      expect(await placesIn(language.replace('NAME', name))).toEqual([`translations.${name}`]);
    },
  );

  test.each([
    ['"javascript:alert(1)"', LINK_REASON],
    ['"data:text/html,x"', LINK_REASON],
    ['"HTTPS://example.org/"', LINK_REASON],
    [
      '"https://handbook.gitlab.com@example.org/"',
      'a link shows the host it leads to, without a name and password',
    ],
    ['"https:///example.org/"', 'a link shows the host it leads to, without a name and password'],
    [
      '"https://handbook.gitlab.com\\\\@example.org/"',
      'a link shows the host it leads to, without a name and password',
    ],
    [
      '"https://example.org/\\u202egnp.exe"',
      'a link shows the host it leads to, without a name and password',
    ],
    ['"https://exam\\tple.org/"', 'a link shows the host it leads to, without a name and password'],
  ])('has the link %s', async (address, reason) => {
    const file = GOOD.replace(/"address": "https:\/\/www\.youtube[^"]*"/, () => `"address": ${address}`);
    expect(await refusalOf(file)).toMatchObject({
      reason: 'pack',
      refusals: [{ place: 'sections.0.videos.0.address', reason }],
    });
  });
});
