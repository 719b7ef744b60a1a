import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { Backup } from '../progress/backup/format.ts';

/** The published schemas: where each is kept, and its text as it has to be. */
export function schemaFiles(): { file: string; text: string }[] {
  const schema = {
    title: 'Progress exported from Waymark',
    description:
      'Records of what a reader did. Of two records with the same key the one with the later stamp counts.',
    ...toJsonSchema(Backup, { typeMode: 'input' }),
  };
  return [
    {
      file: fileURLToPath(new URL('../docs/progress.schema.json', import.meta.url)),
      text: `${JSON.stringify(schema, null, 2)}\n`,
    },
  ];
}
