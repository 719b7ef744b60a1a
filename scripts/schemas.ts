/** Writes the published schemas from those that the program checks by: `npm run schemas`. */
import { writeFileSync } from 'node:fs';
import { schemaFiles } from './schema-files.ts';

for (const { file, text } of schemaFiles()) writeFileSync(file, text);
