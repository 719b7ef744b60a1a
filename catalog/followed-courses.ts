import { builtInCourses } from '../assets/courses/index.ts';
import type { Course } from '../courses/course.ts';
import { writePack } from '../courses/pack-file.ts';
import { readPack } from '../courses/read-pack.ts';
import { besideCourses } from '../courses/updates/apply-pack-update.ts';
import { takeOver } from '../courses/updates/apply-page-update.ts';
import { type CourseChange, changesOf } from '../courses/updates/changes.ts';
import {
  readCourses,
  type StoredCourses,
  saveCourse,
  savePack,
  savePageWording,
} from '../progress/courses.ts';
import type { WriteResult } from '../progress/write.ts';
import { pageOf } from '../sites/address.ts';
import { withoutSecrets, withoutSecretsIn } from '../sites/secrets.ts';
import { withResolvedLinks } from './catalog.ts';
import { type LibraryCourse, libraryOf, placeAfter, recordOf } from './library.ts';
import { readManaged } from './managed.ts';
import { changedWords } from './page-wording.ts';
import { coursesOf } from './stored-packs.ts';

/** The library as it is kept, those that were removed among it. */
export interface Kept extends StoredCourses {
  library: LibraryCourse[];
  checked: ReadonlyMap<string, Course | undefined>;
}

/** The page of a course: earlier versions kept credentials in addresses. */
const pageAt = (address: string) => pageOf(withoutSecrets(address));

/** Reads the library. @throws Fault where it cannot be read */
export async function readLibrary(): Promise<Kept> {
  const [kept, { courses }] = await Promise.all([readCourses(), readManaged()]);
  const checked = await coursesOf(kept.packs);
  return { ...kept, checked, library: libraryOf(builtInCourses, kept.courses, checked, courses) };
}

/** Whether the page is that of a course which is followed, if only on another computer. @throws Fault where it cannot be read */
export async function isFollowed(page: string): Promise<boolean> {
  // Without the packs, which may be many.
  const { courses } = await readCourses('');
  return courses.some(
    ({ source, removed, address }) => source === 'followed' && !removed && pageAt(address) === page,
  );
}

/** The course of the library whose own page is at `page`. */
export function courseAt({ library }: Kept, page: string): LibraryCourse | undefined {
  return library.find((each) => pageAt(each.pack?.address ?? each.address) === page);
}

/** What a course that is followed becomes by what its page says now. */
export interface PageUpdate {
  record: LibraryCourse;
  course: Course;
  /** What a reader sees of it; empty where only its order or the like is another. */
  changes: CourseChange[];
}

/** What the page of a followed course, read as `read`, makes of it; undefined where nothing is different. */
export async function pageUpdateOf(record: LibraryCourse, read: Course): Promise<PageUpdate | undefined> {
  // What the organisation has set changes there.
  if (!record.pack || record.managed || record.source !== 'followed') return undefined;
  const stored = await withResolvedLinks(record.pack);
  const kept = withoutSecretsIn(stored);
  const changes = changesOf(kept, read);
  const course = takeOver(kept, read);
  const same = writePack({ ...course, edition: kept.edition }) === writePack(stored);
  return same ? undefined : { record, course, changes };
}

/** Takes over what no reader sees, such as another order: that is no action of theirs. @throws Fault where it cannot be written */
export function saveQuietly({ course }: PageUpdate): Promise<void> {
  return savePack(course.id, writePack(course));
}

/**
 * Updates a course with the changes that were shown.
 * @returns undefined where the course was removed or changed since, so that these are not its changes any more
 * @throws Fault where it cannot be read or written
 */
export async function savePageUpdate({ record, course }: PageUpdate): Promise<WriteResult | undefined> {
  const now = (await readLibrary()).library.find(({ id }) => id === record.id);
  if (now?.source !== 'followed' || now.pack !== record.pack) return undefined;
  const { title, address } = course;
  return saveCourse({ ...recordOf(now), title, address }, writePack(course));
}

/**
 * Keeps the words that the page of the built-in course with this id has for its objectives, where they are others than before.
 * @param language of the page
 */
export async function updatePageWording(
  id: string,
  read: Course,
  language: string,
  kept: Kept,
): Promise<void> {
  const pack = builtInCourses.find((each) => each.id === id);
  const words = pack && (await changedWords(pack, read, language, kept.words.get(id)));
  if (words) await savePageWording(id, words);
}

/**
 * Follows the page that was read as `read`, which is then the course that the reader is busy with. One that was followed before has its ids again, and with them what was done in it.
 * @returns what was written; undefined where there is another course of its id, or it has no place in a library
 * @throws Fault where it cannot be written
 */
export async function follow(read: Course): Promise<WriteResult | undefined> {
  const kept = await readLibrary();
  const known = kept.checked.get(read.id);
  const before = known && withoutSecretsIn(known);
  const course = before && before.address === read.address ? takeOver(before, read) : read;
  const others = kept.library.flatMap(({ pack }) => pack ?? []);
  const set = kept.library.flatMap(({ managed, pack }) => (managed && pack ? [pack] : []));
  const { is } = besideCourses(course, [...set, ...builtInCourses], others);
  if (is === 'builtIn' || is === 'taken' || !('course' in readPack(course))) return undefined;
  const beside = kept.courses.find(({ id, removed }) => id === course.id && !removed);
  const place = beside?.place ?? placeAfter(builtInCourses, kept.courses);
  const { id, address, title } = course;
  return saveCourse(
    { id, source: 'followed', address, title, archived: false, removed: false, place },
    writePack(course),
    true,
  );
}
