/** Writes the published schemas from the schemas in the code: `npm run schemas`. */
import { writeFileSync } from 'node:fs';
import { schemaFiles } from './schema-files.ts';

for (const { file, text } of schemaFiles()) writeFileSync(file, text);
