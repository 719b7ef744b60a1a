/** Loads beside the panel's first picture. */
const settings = import('../progress/settings.ts');

/** Id of the course in which the reader did something last, if any. @throws as `readSettings` does */
export async function currentCourse(): Promise<string | undefined> {
  return (await settings).currentCourse();
}

/** Keeps that `course` is the one in which the reader did something last. @throws as `setSetting` does */
export async function saveCurrentCourse(course: string): Promise<void> {
  await (await settings).saveCurrentCourse(course);
}
