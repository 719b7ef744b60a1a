import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { withResolvedLinks } from '../../catalog/catalog.ts';
import { knownCourses, translatedBuiltIns } from '../../catalog/course-index.ts';
import { type LibraryCourse, readLibrary, recordOf, recordsAfterMove } from '../../catalog/library.ts';
import { withPreferredAudience } from '../../catalog/managed.ts';
import { type Course, resourcesOf } from '../../courses/course.ts';
import { writePack } from '../../courses/pack-file.ts';
import {
  audienceOf,
  type Tally,
  tallyObjectives,
  tallyResources,
  tallySection,
} from '../../courses/status.ts';
import { inLanguage } from '../../courses/translation.ts';
import { saveFile } from '../../platform/save-file.ts';
import { onChange, under } from '../../progress/changes.ts';
import {
  COURSES,
  PACKS,
  readProgressIn,
  STANDINGS,
  type StoredCourse,
  saveCourses,
} from '../../progress/courses.ts';
import type { Progress } from '../../progress/records.ts';
import type { WriteResult } from '../../progress/write.ts';
import { withoutSecretsIn } from '../../sites/secrets.ts';
import { useLive } from '../state/signals.ts';
import type { StatusMessage } from '../ui/ActionStatus.tsx';
import type { Status } from '../ui/use-status.ts';

/** A course as the library lists it. */
export interface Entry {
  id: string;
  title: string;
  source: 'built-in' | 'managed' | 'followed' | 'imported';
  /** Whether the course can be read: its pack may be on another computer, or not fit this version. */
  state: 'here' | 'elsewhere' | 'unfit';
  /** The course page. */
  address: string;
  archived: boolean;
  /** Progress in the objectives of the chosen audience, in the resources, and in each section. */
  ticked: Tally;
  visited: Tally;
  sections: Tally[];
}

interface Read {
  library: LibraryCourse[];
  done: ReadonlyMap<string, Progress>;
  audience: string | undefined;
}

async function readEntries(): Promise<Omit<Read, 'done'>> {
  const { library, managed } = await readLibrary();
  return { library, audience: managed.audience };
}

/** The live query of the library. Packs are large, so they are read again only if one of them may have changed. */
function libraryQuery() {
  let courses: ReturnType<typeof readEntries> | undefined;
  return {
    key: '',
    async read(): Promise<Read> {
      const reading = courses ?? readEntries();
      courses = reading;
      const read = await reading.catch((error: unknown) => {
        if (courses === reading) courses = undefined;
        throw error;
      });
      return { ...read, done: await readProgressIn(read.library.map(({ id }) => id)) };
    },
    when(again: () => void) {
      const forget = () => {
        courses = undefined;
      };
      const stops = [onChange(forget, [COURSES, PACKS]), under(COURSES, PACKS, ...STANDINGS)(again)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

const NONE = { done: 0, total: 0 };

/** The reader's progress in `course`. */
function tallyIn(
  course: Course,
  found: Progress | undefined,
): Pick<Entry, 'ticked' | 'visited' | 'sections'> {
  const audience = audienceOf(course, found?.audience);
  const done = { completed: found?.completed ?? new Set(), visited: found?.visited ?? new Set() };
  return {
    ticked: tallyObjectives(audience.objectives, done.completed),
    visited: tallyResources(resourcesOf(course), done.visited),
    sections: course.sections.map((section) => tallySection(section, audience, done)),
  };
}

function entryOf(course: LibraryCourse, { done: all, audience }: Read, shown: readonly Course[]): Entry {
  const { id, source, archived, pack, packed, managed } = course;
  const done = all.get(id);
  const known =
    // The shown courses may be from before the organisation added this one.
    (managed ? undefined : shown.find((each) => each.id === id)) ??
    (pack && withPreferredAudience(inLanguage(pack, i18n.t('language')), audience));
  return {
    id,
    source: managed ? 'managed' : source,
    archived,
    title: known?.title ?? course.title,
    address: known?.address ?? course.address,
    state: pack ? 'here' : packed ? 'unfit' : 'elsewhere',
    ...(known ? tallyIn(known, done) : { ticked: NONE, visited: NONE, sections: [] }),
  };
}

/** All courses, updated after every change of progress, and the actions on them. @param status the status line of the library */
export function useLibrary(status: Status<'yours' | 'import'>) {
  const [query] = useState(libraryQuery);
  const { found: read, failed } = useLive(query);
  // `knownCourses` doesn't include archived courses.
  const shown = [...knownCourses(), ...translatedBuiltIns()];
  const entries = read?.library.map((each) => entryOf(each, read, shown));
  const run = (action: () => Promise<StatusMessage | undefined>) => status.run('yours', action);

  const find = (id: string) => read?.library.find((each) => each.id === id);
  /** Saves `changes` to a course, with an Undo. */
  const change = (id: string, changes: Partial<StoredCourse>, sentence: (title: string) => string) =>
    run(async () => {
      const course = find(id);
      if (!course) return undefined;
      const title = entries?.find((each) => each.id === id)?.title ?? course.title;
      const returning = changes.archived === false ? course.pack : undefined;
      const visits = returning
        ? await (await import('../../catalog/earlier-visits.ts')).earlierVisits(returning)
        : [];
      const { action }: WriteResult = await saveCourses([{ ...recordOf(course), ...changes }], visits);
      return { sentence: sentence(title), action };
    });

  return {
    entries,
    message: status.at('yours') ?? (failed && { sentence: failed.message }),
    async onMove(id: string, by: -1 | 1) {
      const records = recordsAfterMove(read?.library ?? [], id, by);
      if (records.length > 0)
        await run(async () => {
          await saveCourses(records);
          return undefined;
        });
    },
    onArchive: (id: string, archived: boolean) =>
      change(id, { archived }, (title) =>
        i18n.t(archived ? 'history.archived' : 'history.unarchived', [title]),
      ),
    onRemove: (id: string) => change(id, { removed: true }, (title) => i18n.t('history.removed', [title])),
    onExport: (id: string) =>
      run(async () => {
        const pack = find(id)?.pack;
        if (!pack) return undefined;
        const name = `${id}.json`;
        saveFile(name, writePack(withoutSecretsIn(await withResolvedLinks(pack))));
        return { sentence: i18n.t('backup.saved', [name]) };
      }),
    onUndo: (action: string) => status.undo('yours', action),
  };
}
