import { type Course, resourcesOf } from '../courses/course.ts';
import { indexCourses, matchesOf, resourceRead } from '../courses/match.ts';
import { type EarlierVisit, missingVisits, readVisits } from '../progress/earlier-visits.ts';
import type { Writing } from '../progress/records.ts';
import type { ReturningCourse } from '../progress/undo.ts';
import type { Address } from '../sites/address.ts';
import { withResolvedLinks } from './catalog.ts';
import { checkPacks, readLibrary } from './library.ts';

/** Returns a lookup of the resource that a page at one of these addresses is in `course`, as if the reader were reading it. */
async function resourcesByAddress(
  course: Course,
): Promise<(addresses: readonly Address[]) => string | undefined> {
  const index = indexCourses([await withResolvedLinks(course)]);
  const resourceAt = (address: Address) => {
    const resource = resourceRead(matchesOf(index, address)[0]);
    return resource?.gone ? undefined : resource?.id;
  };
  return (addresses) => addresses.map(resourceAt).find((id) => id !== undefined);
}

/**
 * Makes the visits that `course` gets when it is added: its pages that the reader has read in other courses, on the same days. Write
 * them in the action that adds it, so that they are undone with it.
 * @throws Fault if progress can't be read
 */
export async function earlierVisits(course: Course): Promise<Writing[]> {
  const { library, checked } = await readLibrary();
  const packs = [...checked, ...library.map(({ id, pack }) => [id, pack] as const)];
  const others = new Map(
    packs.flatMap(([id, pack]) => (pack && id !== course.id ? [[id, pack] as const] : [])),
  );
  const resourceAt = await resourcesByAddress(course);
  const earlier: EarlierVisit[] = [];
  for (const [id, visits] of Map.groupBy(await readVisits([...others.keys()]), ({ key }) => key[0])) {
    const pack = others.get(id);
    if (!pack) continue;
    const other = await withResolvedLinks(pack);
    const all = [...resourcesOf(other), ...(other.earlier?.resources ?? [])];
    const addresses = new Map(all.map(({ id, address, formerly = [] }) => [id, [address, ...formerly]]));
    for (const { key } of visits) {
      const resource = resourceAt(addresses.get(key[2]) ?? []);
      if (resource !== undefined) earlier.push({ resource, day: key[3] });
    }
  }
  const distinct = new Map(earlier.map((visit) => [JSON.stringify([visit.resource, visit.day]), visit]));
  return missingVisits(course.id, [...distinct.values()]);
}

/** Makes the visits that courses get when an undo adds them again. @throws Fault if progress can't be read */
export async function visitsOnReturn(returning: readonly ReturningCourse[]): Promise<Writing[]> {
  const { checked, library } = await readLibrary();
  const writings: Writing[] = [];
  for (const { id, pack } of returning) {
    const course =
      (pack === undefined ? undefined : (await checkPacks(new Map([[id, pack]]))).get(id)) ??
      library.find((each) => each.id === id)?.pack ??
      checked.get(id);
    if (course) writings.push(...(await earlierVisits(course)));
  }
  return writings;
}
