import { builtInCourses } from '../assets/courses/index.ts';
import type { Course } from '../courses/course.ts';
import { writePack } from '../courses/pack-file.ts';
import { READING } from '../courses/page/page-lines.ts';
import { readPack } from '../courses/read-pack.ts';
import { findImportConflict } from '../courses/updates/apply-pack-update.ts';
import { applyPageUpdate } from '../courses/updates/apply-page-update.ts';
import { type CourseChange, changesOf } from '../courses/updates/changes.ts';
import { changesOfPage } from '../courses/updates/explained.ts';
import { isInSameScript } from '../courses/updates/same-script.ts';
import { readCourses, saveCourse, savePack, savePageWording } from '../progress/courses.ts';
import type { WriteResult } from '../progress/write.ts';
import { pageOf } from '../sites/address.ts';
import { withoutSecrets, withoutSecretsIn } from '../sites/secrets.ts';
import { withResolvedLinks } from './catalog.ts';
import { earlierVisits } from './earlier-visits.ts';
import { type Library, type LibraryCourse, placeAfter, readLibrary, recordOf } from './library.ts';
import { changedWording } from './page-wording.ts';
import { idsWithProgress, type PageReading, readingOfPack, readingRecord } from './readings.ts';

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
  /** The lines of the page that it was read from. */
  lines: PageReading['lines'];
  /** What a reader sees of it; empty if only something invisible differs, or if the page is the same and only read better than before. */
  changes: CourseChange[];
}

/**
 * Compares a followed course with its page.
 * @param read the page as it is now
 * @returns undefined if nothing is to be saved, for a managed course, or if one is a translation into another script
 * @throws Fault if progress can't be read
 */
export async function pageUpdateOf(
  record: LibraryCourse,
  read: PageReading,
): Promise<PageUpdate | undefined> {
  // The organisation updates its courses by its policy.
  if (!record.pack || record.managed || record.source !== 'followed') return undefined;
  if (!isInSameScript(record.pack, read.course)) return undefined;
  const resolved = await withResolvedLinks(record.pack);
  const stored = withoutSecretsIn(resolved);
  const reading = await readingOfPack(record.id);
  const { lines } = read;
  const isReadAsNow = reading?.version === READING;
  const all = changesOf(stored, read.course);
  const evidence = { lines, before: reading?.lines, stored, read: read.course };
  const changes = isReadAsNow ? all : changesOfPage(all, evidence);
  const isSamePage = !isReadAsNow && changes.length === 0;
  const progress = await idsWithProgress(record.id);
  const course = applyPageUpdate(stored, read.course, { isSamePage, progress });
  const same = isReadAsNow && writePack({ ...course, edition: stored.edition }) === writePack(resolved);
  return same ? undefined : { record, course, lines, changes };
}

/** Saves an update without visible changes. The reader didn't cause it, so the history doesn't list it. @throws Fault if it can't be written */
export async function saveUnseenUpdate({ course, lines }: PageUpdate): Promise<void> {
  const pack = writePack(course);
  await savePack(course.id, pack, [readingRecord(course.id, pack, lines), ...(await earlierVisits(course))]);
}

/**
 * Saves an update whose changes were shown to the reader.
 * @returns what was written; undefined if the course was removed or changed since it was compared, so that the update is outdated
 * @throws Fault if progress can't be read or written
 */
export async function savePageUpdate({
  record: compared,
  course,
  lines,
}: PageUpdate): Promise<WriteResult | undefined> {
  const now = (await readLibrary()).library.find(({ id }) => id === compared.id);
  if (now?.source !== 'followed' || now.pack !== compared.pack) return undefined;
  const { title, address } = course;
  const record = { ...recordOf(now), title, address };
  const pack = writePack(course);
  // The page may list more pages now.
  const visits = await earlierVisits(course);
  return saveCourse(record, pack, false, [readingRecord(record.id, pack, lines), ...visits]);
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
 * Follows a page as it was read and makes it the current course. A page that was followed before gets its old ids back,
 * and with them its progress.
 * @returns what was written; undefined if another course has its id, or if it isn't a valid pack
 * @throws Fault if progress can't be read or written
 */
export async function follow({ course: read, lines }: PageReading): Promise<WriteResult | undefined> {
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
  const pack = writePack(course);
  return saveCourse(
    { id, source: 'followed', address, title, archived: false, removed: false, place },
    pack,
    true,
    [readingRecord(id, pack, lines), ...(await earlierVisits(course))],
  );
}
