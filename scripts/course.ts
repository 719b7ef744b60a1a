import { checkCourse } from './course-check.ts';
import { coursesFromPages } from './course-from-page.ts';

/**
 * What the author of a course needs, on the extension's own code:
 *
 * - `npm run course -- from-page FILE|FOLDER [--out FOLDER]` makes packs of rendered pages,
 * - `npm run course -- check PACK [--site FOLDER] [--before OLD_PACK]` checks one.
 *
 * Both end with 0 when all is well, with 1 when there is something to mend (a page that is no course, an error in a
 * pack), and with 2 when they could not do their work.
 */
const COMMANDS: Record<string, (args: string[]) => number | Promise<number>> = {
  'from-page': coursesFromPages,
  check: checkCourse,
};

try {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command)
    throw new Error('Usage: npm run course -- from-page FILE|FOLDER … or npm run course -- check PACK …');
  process.exitCode = await command(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
