import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { CourseShape } from '../courses/pack.ts';
import { PolicySchema } from '../platform/policy.ts';
import { Backup } from '../progress/export/format.ts';

/** The published schemas: where each is kept, and its text as it has to be. */
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
    // What a schema of this kind cannot say; the validator that reads a pack does.
    ...toJsonSchema(CourseShape, { typeMode: 'input', ignoreActions: ['check', 'trim'] }),
  };
  // Chrome knows types alone, and drops a whole setting for what is wrong in one part of it: the rest is left to us, who say so.
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
