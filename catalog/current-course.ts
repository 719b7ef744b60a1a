/** A dynamic import, so that it loads in parallel with the panel's first picture. */
const settings = import('../progress/settings.ts');

/** Id of the course in which the reader last did something, if any. @throws as `readSettings` does */
export async function currentCourse(): Promise<string | undefined> {
  return (await settings).currentCourse();
}

/** Saves `course` as the one in which the reader last did something. @throws as `setSetting` does */
export async function saveCurrentCourse(course: string): Promise<void> {
  await (await settings).saveCurrentCourse(course);
}
