import { checkCourse } from './course-check.ts';
import { coursesFromPages } from './course-from-page.ts';

/**
 * Tools for course authors:
 *
 * - `npm run course -- from-page FILE|FOLDER [--out FOLDER]` makes packs from rendered pages,
 * - `npm run course -- check PACK [--site FOLDER] [--before OLD_PACK]` checks a pack.
 *
 * Exit status: 0 if all is well; 1 if something must be fixed (a page that isn't a course, an error in a pack); 2 if the command
 * failed.
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
