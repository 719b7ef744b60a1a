import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { builtInCourses } from '../../assets/courses/index.ts';
import { builtInAndManaged, placeAfter, readLibrary } from '../../catalog/library.ts';
import { type Course, objectivesOf, resourcesOf, videosOf } from '../../courses/course.ts';
import { type FileRefusal, readPackFile, writePack } from '../../courses/pack-file.ts';
import type { Refusal } from '../../courses/read-pack.ts';
import {
  applyPackUpdate,
  findImportConflict,
  type ImportConflict,
} from '../../courses/updates/apply-pack-update.ts';
import { type CourseChange, changesOf } from '../../courses/updates/changes.ts';
import { matchByIds } from '../../courses/updates/matching.ts';
import { saveCourse } from '../../progress/courses.ts';
import { LONGEST_PACK } from '../../progress/kinds.ts';
import { withoutSecrets } from '../../sites/secrets.ts';
import type { Counts } from '../course/CourseCounts.tsx';
import type { StatusMessage } from '../ui/ActionStatus.tsx';
import { formatNumber } from '../ui/locale.ts';
import type { Status } from '../ui/use-status.ts';

/** What a course file contains, shown before it is imported. All texts are plain text. */
export interface PackPreview extends Counts {
  title: string;
  address: string;
  /** What it changes in the existing course; undefined for a new course. */
  changes: readonly CourseChange[] | undefined;
}

/** The most errors of a pack that are listed. */
const MOST_ERRORS = 8;

const megabytes = (bytes: number) => formatNumber(Math.ceil(bytes / 1e6));

/** Describes an error in a pack. Only the most common errors have a translated text. */
function describeError({ place, reason, kind }: Refusal): string {
  const why = kind ? i18n.t(`library.refused.at.${kind}`) : reason;
  return place ? `${place}: ${why}` : why;
}

/** Says why a file can't be imported, and what to do. */
function describeRefusal(refusal: FileRefusal): StatusMessage {
  switch (refusal.reason) {
    case 'tooLarge':
      return {
        sentence: i18n.t('library.refused.tooLarge', [megabytes(refusal.bytes), megabytes(refusal.most)]),
      };
    case 'unreadable':
    case 'notText':
    case 'tooDeep':
    case 'notOurs':
      return { sentence: i18n.t(`library.refused.${refusal.reason}`) };
    case 'notJson':
      return { sentence: i18n.t(refusal.ours ? 'library.refused.cutOff' : 'library.refused.notJson') };
    case 'pack': {
      const errors = refusal.refusals.slice(0, MOST_ERRORS).map(describeError);
      const more = refusal.refusals.length - errors.length;
      return {
        sentence: i18n.t('library.refused.pack'),
        lines: [...errors, ...(more > 0 ? [i18n.t('library.refused.more', more)] : [])],
      };
    }
  }
}

/** Removes credentials from the address of the course page, which badges and the library show. Links stay as the author wrote them. */
const withCleanAddress = (course: Course): Course => ({ ...course, address: withoutSecrets(course.address) });

/** Compares `pack` with the existing courses. Removed courses count as well: their ids are never used for another course. */
async function compareWithLibrary(pack: Course) {
  const { courses, checked, managedCourses } = await readLibrary();
  const record = courses.find(({ id, source }) => id === pack.id && source !== 'built-in');
  const others = [...checked.values()].flatMap((each) => (each ? withCleanAddress(each) : []));
  let conflict: ImportConflict = findImportConflict(
    pack,
    builtInAndManaged(builtInCourses, managedCourses),
    others,
  );
  // The course's pack is on another computer or can't be read; its record still tells which page the course is from.
  if (conflict.is === 'new' && record?.address && withoutSecrets(record.address) !== pack.address)
    conflict = { is: 'taken', of: { ...pack, title: record.title } };
  return {
    record,
    conflict,
    isManaged: 'of' in conflict && managedCourses.includes(conflict.of),
    place: record && !record.removed ? record.place : placeAfter(builtInCourses, courses),
  };
}

type Comparison = Awaited<ReturnType<typeof compareWithLibrary>>;

function previewOf(pack: Course, { record, conflict }: Comparison): PackPreview {
  return {
    title: pack.title,
    address: pack.address,
    objectives: objectivesOf(pack).length,
    sections: pack.sections.length,
    resources: resourcesOf(pack).length,
    videos: videosOf(pack).length,
    changes:
      conflict.is === 'update' && !record?.removed ? changesOf(conflict.of, pack, matchByIds) : undefined,
  };
}

/** Says why a pack can't be imported because of an existing course; undefined if it can. */
function describeConflict({ conflict, isManaged }: Comparison): string | undefined {
  if (conflict.is !== 'builtIn' && conflict.is !== 'taken') return undefined;
  const kind = conflict.is === 'builtIn' && isManaged ? 'managed' : conflict.is;
  return i18n.t(`library.refused.${kind}`, [conflict.of.title]);
}

/** Saves a pack as a new course or as an update of the existing one. */
async function importPack(pack: Course, comparison: Comparison): Promise<StatusMessage> {
  const sentence = describeConflict(comparison);
  if (sentence) return { sentence };
  const { record, conflict, place } = comparison;
  const { id, title, address } = pack;
  const course = conflict.is === 'update' ? applyPackUpdate(conflict.of, pack) : pack;
  const text = writePack(course);
  if (text.length > LONGEST_PACK)
    return describeRefusal({ reason: 'tooLarge', bytes: text.length, most: LONGEST_PACK });
  const source = record && !record.removed ? record.source : 'imported';
  const { earlierVisits } = await import('../../catalog/earlier-visits.ts');
  const { action } = await saveCourse(
    { id, source, address, title, archived: false, removed: false, place },
    text,
    false,
    await earlierVisits(course),
  );
  return { sentence: i18n.t('library.taken', [title]), action };
}

/** Reads a course from a file, shows a preview, and imports it. @param status the status line of the library */
export function useImport(status: Status<'yours' | 'import'>) {
  const [read, setRead] = useState<{ pack: Course; preview: PackPreview }>();
  /** Counts the chosen files, so that the result of an earlier one is dropped. */
  const latestFile = useRef(0);
  const run = (action: Parameters<typeof status.run>[1]) => status.run('import', action);
  return {
    preview: read?.preview,
    message: status.at('import'),
    onFile(file: File) {
      const turn = ++latestFile.current;
      setRead(undefined);
      void run(async () => {
        const found = await readPackFile(file);
        if ('refusal' in found) return describeRefusal(found.refusal);
        const pack = withCleanAddress(found.course);
        const comparison = await compareWithLibrary(pack);
        const sentence = describeConflict(comparison);
        if (sentence) return { sentence };
        // Another file may have been chosen while this one was read.
        if (turn === latestFile.current) setRead({ pack, preview: previewOf(pack, comparison) });
        return undefined;
      });
    },
    onImport: () =>
      run(async () => {
        if (!read) return undefined;
        const { pack } = read;
        const comparison = await compareWithLibrary(pack);
        const preview = previewOf(pack, comparison);
        // Another panel may have changed the courses since: only what the preview showed is imported.
        if (JSON.stringify(preview) !== JSON.stringify(read.preview)) {
          setRead({ pack, preview });
          return i18n.t('library.previewAgain');
        }
        setRead(undefined);
        return importPack(pack, comparison);
      }),
    onCancel() {
      latestFile.current++;
      setRead(undefined);
      status.clear();
    },
    onUndo: (action: string) => status.undo('import', action),
  };
}
