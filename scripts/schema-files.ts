import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { CourseShape } from '../courses/pack.ts';
import { PolicySchema } from '../platform/policy.ts';
import { Backup } from '../progress/export/format.ts';

/** The published schemas: path and text of each. */
export function schemaFiles(): { file: string; text: string }[] {
  const progress = {
    title: 'Progress exported from Waymark',
    description:
      'Records of what a reader did. Of two records with the same key the one with the later stamp counts.',
    ...toJsonSchema(Backup, { typeMode: 'input' }),
  };
  const course = {
    title: 'Course pack of Waymark',
    description:
      'What is to be learned: audiences with objectives, sections with resources. The reader of packs also checks what parts must agree on, see course-pack.md.',
    // JSON Schema can't express these checks. The validator that reads packs does them.
    ...toJsonSchema(CourseShape, { typeMode: 'input', ignoreActions: ['check', 'trim'] }),
  };
  // Chrome only checks types, and drops a whole setting if one part of it is wrong. So everything else is checked by Waymark, which reports it.
  const ignoreActions = ['check_items', 'max_length', 'regex', 'url'];
  const { type, properties } = toJsonSchema(PolicySchema, { typeMode: 'input', ignoreActions });
  const files = {
    'docs/progress': progress,
    'docs/course-pack': course,
    'assets/public/policy': { type, properties },
  };
  return Object.entries(files).map(([name, schema]) => ({
    file: fileURLToPath(new URL(`../${name}.schema.json`, import.meta.url)),
    text: `${JSON.stringify(schema, null, 2)}\n`,
  }));
}
