import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { builtInCourses } from '../../assets/courses/index.ts';
import { builtInAndManaged, placeAfter, readLibrary } from '../../catalog/library.ts';
import { type Course, objectivesOf, resourcesOf } from '../../courses/course.ts';
import { readPackFile, writePack } from '../../courses/pack-file.ts';
import {
  applyPackUpdate,
  findImportConflict,
  type ImportConflict,
} from '../../courses/updates/apply-pack-update.ts';
import { changesOf } from '../../courses/updates/changes.ts';
import { matchByIds } from '../../courses/updates/matching.ts';
import { saveCourse } from '../../progress/courses.ts';
import { LONGEST_PACK } from '../../progress/kinds/pack.ts';
import { withoutSecrets } from '../../sites/secrets.ts';
import type { Status } from '../ui/use-status.ts';
import type { ImportProps, PackPreview } from './CourseImport.tsx';
import { conflictInWords, refusalInWords } from './refusal-in-words.ts';

/** A course whose page has no credentials in its address: it is what a badge and the library name. Its links are its author's. */
const named = (course: Course): Course => ({ ...course, address: withoutSecrets(course.address) });

/** What `pack` is beside the courses that there are now, removed ones among them: their ids are taken for good. */
async function placeOf(pack: Course) {
  const { courses, checked, managedCourses } = await readLibrary();
  const record = courses.find(({ id, source }) => id === pack.id && source !== 'built-in');
  const others = [...checked.values()].flatMap((each) => (each ? named(each) : []));
  let beside: ImportConflict = findImportConflict(
    pack,
    builtInAndManaged(builtInCourses, managedCourses),
    others,
  );
  // Its pack is on another computer, or does not fit any more: its place says which page it is of.
  if (beside.is === 'new' && record?.address && withoutSecrets(record.address) !== pack.address)
    beside = { is: 'taken', of: { ...pack, title: record.title } };
  return {
    record,
    beside,
    isSet: 'of' in beside && managedCourses.includes(beside.of),
    place: record && !record.removed ? record.place : placeAfter(builtInCourses, courses),
  };
}

function previewOf(pack: Course, { record, beside }: Awaited<ReturnType<typeof placeOf>>): PackPreview {
  return {
    title: pack.title,
    address: pack.address,
    objectives: objectivesOf(pack).length,
    sections: pack.sections.length,
    resources: resourcesOf(pack).length,
    changes: beside.is === 'update' && !record?.removed ? changesOf(beside.of, pack, matchByIds) : undefined,
  };
}

/** A course from a file: read and shown, then imported as a whole. `status` is the library's. */
export function useImport(status: Status<'yours' | 'import'>): ImportProps {
  const [read, setRead] = useState<{ pack: Course; preview: PackPreview }>();
  const files = useRef(0);
  const run = (action: Parameters<typeof status.run>[1]) => status.run('import', action);
  return {
    preview: read?.preview,
    told: status.at('import'),
    onFile(file) {
      const turn = ++files.current;
      setRead(undefined);
      void run(async () => {
        const found = await readPackFile(file);
        if ('refusal' in found) return refusalInWords(found.refusal);
        const pack = named(found.course);
        const place = await placeOf(pack);
        const { beside, isSet } = place;
        if (beside.is === 'builtIn' || beside.is === 'taken')
          return { sentence: conflictInWords(beside, isSet) };
        // Another file may have been chosen while this one was read.
        if (turn === files.current) setRead({ pack, preview: previewOf(pack, place) });
        return undefined;
      });
    },
    onTake: () =>
      run(async () => {
        if (!read) return undefined;
        const { pack } = read;
        const { id, title, address } = pack;
        const now = await placeOf(pack);
        const { record, beside, isSet, place } = now;
        const preview = previewOf(pack, now);
        // Another panel may have changed the courses: only what was shown is imported.
        if (JSON.stringify(preview) !== JSON.stringify(read.preview)) {
          setRead({ pack, preview });
          return i18n.t('library.previewAgain');
        }
        setRead(undefined);
        if (beside.is === 'builtIn' || beside.is === 'taken')
          return { sentence: conflictInWords(beside, isSet) };
        const text = writePack(beside.is === 'update' ? applyPackUpdate(beside.of, pack) : pack);
        if (text.length > LONGEST_PACK)
          return refusalInWords({ reason: 'tooLarge', bytes: text.length, most: LONGEST_PACK });
        const source = record && !record.removed ? record.source : 'imported';
        const { action } = await saveCourse(
          { id, source, address, title, archived: false, removed: false, place },
          text,
        );
        return { sentence: i18n.t('library.taken', [title]), action };
      }),
    onCancel() {
      files.current++;
      setRead(undefined);
      status.clear();
    },
    onUndo: (action) => status.undo('import', action),
  };
}
