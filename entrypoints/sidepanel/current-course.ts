import { readSettings, setSetting } from '../../progress/settings.ts';

const NAME = 'course';

/** Id of the course in which the reader did something last, if any. @throws as `readSettings` does */
export async function currentCourse(): Promise<string | undefined> {
  return (await readSettings()).get(NAME);
}

/** Keeps that `course` is the one in which the reader did something last. @throws as `setSetting` does */
export async function keepCurrentCourse(course: string): Promise<void> {
  if ((await currentCourse()) !== course) await setSetting(NAME, course);
}
