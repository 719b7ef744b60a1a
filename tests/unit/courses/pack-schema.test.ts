import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import { LONGEST, MOST } from '../../../courses/limits.ts';
import { MOST_BYTES, readPackFile } from '../../../courses/pack-file.ts';
import { schemaFiles } from '../../../scripts/schema-files.ts';
import { anyCourse } from './any-course.ts';

const docs = new URL('../../../docs/', import.meta.url);

describe('the published schema of packs', () => {
  const { text } = schemaFiles().find(({ file }) => file.endsWith('course-pack.schema.json')) ?? { text: '' };
  const validate = new Ajv({ formats: { uri: true } }).compile(JSON.parse(text));

  test('accepts every pack', () => {
    for (const course of builtInCourses) expect(validate(course), course.id).toBe(true);
    fc.assert(
      fc.property(anyCourse, (course) => {
        expect(validate(JSON.parse(JSON.stringify(course))), JSON.stringify(validate.errors)).toBe(true);
      }),
    );
  });

  test.each([
    ['an id of other characters', { id: 'Bread & Rolls' }],
    ['another kind of link', { address: 'javascript:alert(1)' }],
    ['no section', { sections: [] }],
    ['a key that is not known', { format: 'waymark' }],
    ['a title that is none', { title: '' }],
    ['an empty “earlier”', { earlier: { resources: [] } }],
    ['a translation to no language', { translations: { 'Not a language': {} } }],
  ])('takes none with %s', (_, changes) => {
    expect(validate({ ...builtInCourses[0], ...changes })).toBe(false);
  });

  test('has the limits in the documentation of packs', () => {
    const page = readFileSync(new URL('course-pack.md', docs), 'utf8');
    const number = (of: number) => of.toLocaleString('en');
    const { audiences, objectives, sections, resources, resourcesInAll, videos, former, earlier, languages } =
      MOST;
    for (const row of [
      `| file | ${number(MOST_BYTES)} bytes, 16 levels deep |`,
      `| ${audiences}; ${objectives} |`,
      `| ${sections}; ${number(resources)}, ${number(resourcesInAll)}; ${videos} |`,
      `| addresses in \`formerly\` | ${former} |`,
      `| ${number(earlier)} of each |`,
      `| languages | ${languages} |`,
      `| ${LONGEST.text}; ${number(LONGEST.address)}; ${LONGEST.anchor}; ${LONGEST.id} characters |`,
    ]) {
      expect(page).toContain(row);
    }
  });

  test('accepts the example in the documentation', async () => {
    const page = readFileSync(new URL('course-pack.md', docs), 'utf8');
    const [, example = ''] = /```json\n([\s\S]+?)```/.exec(page) ?? [];
    expect(validate(JSON.parse(example))).toBe(true);
    expect(await readPackFile(example)).toHaveProperty('course');
  });
});
