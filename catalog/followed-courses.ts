import { builtInCourses } from '../assets/courses/index.ts';
import type { Course } from '../courses/course.ts';
import { writePack } from '../courses/pack-file.ts';
import { readPack } from '../courses/read-pack.ts';
import { findImportConflict } from '../courses/updates/apply-pack-update.ts';
import { applyPageUpdate } from '../courses/updates/apply-page-update.ts';
import { type CourseChange, changesOf } from '../courses/updates/changes.ts';
import { isInSameScript } from '../courses/updates/same-script.ts';
import { readCourses, saveCourse, savePack, savePageWording } from '../progress/courses.ts';
import type { WriteResult } from '../progress/write.ts';
import { pageOf } from '../sites/address.ts';
import { withoutSecrets, withoutSecretsIn } from '../sites/secrets.ts';
import { withResolvedLinks } from './catalog.ts';
import { earlierVisits } from './earlier-visits.ts';
import { type Library, type LibraryCourse, placeAfter, readLibrary, recordOf } from './library.ts';
import { changedWording } from './page-wording.ts';

/** The page of a course. Waymark 0.3.0 and older may have stored credentials in its address. */
const pageAt = (address: string) => pageOf(withoutSecrets(address));

/** Whether a course of this page is followed, here or on another synced computer. @throws Fault if progress can't be read */
export async function isFollowed(page: string): Promise<boolean> {
  // The records are enough. There may be many packs, so they aren't read.
  const { courses } = await readCourses('');
  return courses.some(
    ({ source, removed, address }) => source === 'followed' && !removed && pageAt(address) === page,
  );
}

/** Reads the library and finds the course in it whose own page is `page`. @throws Fault if progress can't be read */
export async function courseAt(page: string): Promise<{ library: Library; own: LibraryCourse | undefined }> {
  const library = await readLibrary();
  const own = library.library.find((each) => pageAt(each.pack?.address ?? each.address) === page);
  return { library, own };
}

/** An update of a followed course from its page. */
export interface PageUpdate {
  /** The course as it is stored. */
  record: LibraryCourse;
  /** The course with the update. */
  course: Course;
  /** What a reader sees of it; empty if only the order or something else invisible differs. */
  changes: CourseChange[];
}

/**
 * Compares a followed course with its page.
 * @param read the course as read from the page
 * @returns undefined if they are the same, for a managed course, or if one is a translation into another script
 */
export async function pageUpdateOf(record: LibraryCourse, read: Course): Promise<PageUpdate | undefined> {
  // The organisation updates its courses by its policy.
  if (!record.pack || record.managed || record.source !== 'followed') return undefined;
  if (!isInSameScript(record.pack, read)) return undefined;
  const stored = await withResolvedLinks(record.pack);
  const cleaned = withoutSecretsIn(stored);
  const changes = changesOf(cleaned, read);
  const course = applyPageUpdate(cleaned, read);
  const same = writePack({ ...course, edition: cleaned.edition }) === writePack(stored);
  return same ? undefined : { record, course, changes };
}

/** Saves an update without visible changes. The reader didn't cause it, so the history doesn't list it. @throws Fault if it can't be written */
export function saveUnseenUpdate({ course }: PageUpdate): Promise<void> {
  return savePack(course.id, writePack(course));
}

/**
 * Saves an update whose changes were shown to the reader.
 * @returns what was written; undefined if the course was removed or changed since it was compared, so that the update is outdated
 * @throws Fault if progress can't be read or written
 */
export async function savePageUpdate({
  record: compared,
  course,
}: PageUpdate): Promise<WriteResult | undefined> {
  const now = (await readLibrary()).library.find(({ id }) => id === compared.id);
  if (now?.source !== 'followed' || now.pack !== compared.pack) return undefined;
  const { title, address } = course;
  const record = { ...recordOf(now), title, address };
  // The page may list more pages now.
  return saveCourse(record, writePack(course), false, await earlierVisits(course));
}

/**
 * Saves how the page of a built-in course words its objectives, if that has changed.
 * @param id of the course
 * @param read the course as read from its page
 * @param language of the page
 * @throws Fault if it can't be written
 */
export async function updatePageWording(
  id: string,
  read: Course,
  language: string,
  library: Library,
): Promise<void> {
  const pack = builtInCourses.find((each) => each.id === id);
  const wording = pack && (await changedWording(pack, read, language, library.words.get(id)));
  if (wording) await savePageWording(id, wording);
}

/**
 * Follows the page that was read as `read` and makes it the current course. A page that was followed before gets its old ids back,
 * and with them its progress.
 * @returns what was written; undefined if another course has its id, or if it isn't a valid pack
 * @throws Fault if progress can't be read or written
 */
export async function follow(read: Course): Promise<WriteResult | undefined> {
  const { checked, courses, library } = await readLibrary();
  const known = checked.get(read.id);
  const before = known && withoutSecretsIn(known);
  const course = before && before.address === read.address ? applyPageUpdate(before, read) : read;
  const others = library.flatMap(({ pack }) => pack ?? []);
  const managed = library.flatMap((each) => (each.managed && each.pack ? [each.pack] : []));
  const { is } = findImportConflict(course, [...managed, ...builtInCourses], others);
  if (is === 'builtIn' || is === 'taken' || !('course' in readPack(course))) return undefined;
  const record = courses.find(({ id, removed }) => id === course.id && !removed);
  const place = record?.place ?? placeAfter(builtInCourses, courses);
  const { id, address, title } = course;
  return saveCourse(
    { id, source: 'followed', address, title, archived: false, removed: false, place },
    writePack(course),
    true,
    await earlierVisits(course),
  );
}
