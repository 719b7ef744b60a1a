import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { knownCourses } from '../../catalog/course-index.ts';
import type { PageUpdate } from '../../catalog/followed-courses.ts';
import { objectivesOf, resourcesOf, videosOf } from '../../courses/course.ts';
import { faultOf } from '../../progress/store/fault.ts';
import { pageOf } from '../../sites/address.ts';
import { withoutSecrets } from '../../sites/secrets.ts';
import type { Counts } from '../course/CourseCounts.tsx';
import { unsavedText } from '../course/faults.ts';
import type { ShownPage } from '../state/shown-page.ts';
import { isOriginal } from '../state/shown-page.ts';
import { useStatus } from '../ui/use-status.ts';
import type { PageRead } from './read-as-course.ts';

/** How long a page must have been shown before it is read as a course, in milliseconds. */
const REST = 1000;

// Loaded only when there is a page to read.
const loadReading = () => import('./read-as-course.ts');
const loadCourses = () => import('../../catalog/followed-courses.ts');

/** The updates that the reader dismissed, each by its course and changes. They stay dismissed while the panel is open. */
const dismissed = new Set<string>();
const keyOf = ({ course, changes }: PageUpdate) => JSON.stringify([course.id, changes]);

/** What following a page would add, shown before it is followed. */
export interface FollowPreview extends Counts {
  title: string;
  /** The page was read to its end. */
  whole: boolean;
}

/** What is known of a page as a course. */
interface Found {
  /** It is followed on another computer, but its pack isn't here. */
  elsewhere?: boolean;
  /** It looks like a course. */
  reads?: boolean;
  /** It has just been followed. */
  followed?: boolean;
  preview?: PageRead | undefined;
  renewal?: PageUpdate | undefined;
}

/**
 * Looks at the shown page as a course: whether it is one that could be followed, or has changed since it was followed.
 * @param isOwn whether it is the page of a known course
 * @param found receives what was found out
 */
async function inspect(
  shown: ShownPage,
  page: string,
  isOwn: boolean,
  found: (what: Found) => void,
): Promise<void> {
  const [courses, { mayBeCourse, readAsCourse }] = await Promise.all([loadCourses(), loadReading()]);
  if (!isOwn && !(await mayBeCourse(shown)) && !(await courses.isFollowed(page))) return;
  const { courseAt, saveUnseenUpdate, pageUpdateOf, updatePageWording } = courses;
  const { library, own } = await courseAt(page);
  if (own && !own.packed) found({ elsewhere: true });
  // A translation or review build has other texts than the original, which aren't changes of the course.
  if (own?.pack && !isOriginal(shown)) return;
  const { course, reads = false, lines = [], whole, language = '' } = (await readAsCourse(shown)) ?? {};
  if (!course) return;
  if (!own) return found({ reads });
  if (!whole) return;
  if (own.source === 'built-in') return updatePageWording(own.id, course, language, library);
  const renewal = await pageUpdateOf(own, { course, lines });
  if (renewal?.changes.length === 0) await saveUnseenUpdate(renewal);
  else if (renewal && !dismissed.has(keyOf(renewal))) found({ renewal });
}

/**
 * Reads the page again, because its scripts may have completed its lists since `shownUpdate` was made.
 * @returns `shownUpdate` if that still has the same changes, or if the page can't be read now; undefined if there are no changes
 */
async function updateNow(shown: ShownPage, shownUpdate: PageUpdate): Promise<PageUpdate | undefined> {
  const [{ readAsCourse }, { pageUpdateOf, saveUnseenUpdate }] = await Promise.all([
    loadReading(),
    loadCourses(),
  ]);
  const { course, lines = [], whole } = (await readAsCourse(shown)) ?? {};
  if (!course || !whole) return shownUpdate;
  const now = await pageUpdateOf(shownUpdate.record, { course, lines });
  if (now?.changes.length === 0) await saveUnseenUpdate(now);
  if (!now?.changes.length) return undefined;
  return keyOf(now) === keyOf(shownUpdate) ? shownUpdate : now;
}

const previewOf = ({ course, whole }: PageRead): FollowPreview | undefined =>
  course && {
    title: course.title,
    whole,
    objectives: objectivesOf(course).length,
    sections: course.sections.length,
    resources: resourcesOf(course).length,
    videos: videosOf(course).length,
  };

/**
 * The shown page as a course: whether it can be followed, a preview of that, and the changes of a followed course whose page it is.
 */
export function useFollowPage(shown: ShownPage, onChooseCourse: (id: string) => void) {
  const isContent = (shown.info?.kind ?? 'content') === 'content';
  const page = isContent && shown.address ? pageOf(shown.address) : undefined;
  const [state, setState] = useState<Found & { page: string | undefined }>({ page: undefined });
  const status = useStatus<'here'>();
  const latest = useRef(page);
  latest.current = page;

  /** Adds what was found out about the page, unless another page is shown by now. */
  const set = (found: Found) => {
    if (latest.current !== page) return;
    setState((before) => ({ ...(before.page === page && before), ...found, page }));
  };
  const run = (action: Parameters<typeof status.run>[1]) =>
    status.run('here', action, (error) => unsavedText(faultOf(error)));
  const isOwn = knownCourses().some(({ address }) => pageOf(withoutSecrets(address)) === page);
  useEffect(() => {
    setState({ page });
    status.clear();
  }, [page, shown.tab.load]);
  useEffect(() => {
    if (page === undefined || !shown.fresh) return undefined;
    // The reader didn't ask for this, so a failure isn't reported; the panel says elsewhere if nothing can be read.
    const timer = setTimeout(() => void inspect(shown, page, isOwn, set).catch(() => {}), REST);
    return () => clearTimeout(timer);
  }, [page, shown.fresh, shown.tab.load]);

  const found: Found = state.page === page ? state : {};
  const { elsewhere = false, reads = false, followed = false, preview, renewal } = found;
  return {
    /** The page isn't a course yet, or only on another computer. Known at once, since a later change would move what is below. */
    followable: page !== undefined && !(followed && status.at('here')?.action) && (!isOwn || elsewhere),
    /** The page is unlikely to be meant as a course of its own: the offer is folded. */
    quietly: !elsewhere && !reads,
    elsewhere,
    reads,
    message: status.at('here'),
    /** What has changed on the page of a followed course. */
    changes: renewal?.changes,
    preview: preview && previewOf(preview),
    onPreview: () =>
      run(async () => {
        const read = await (await loadReading()).readAsCourse(shown);
        set({ preview: read });
        return read?.course ? undefined : i18n.t(read ? 'living.nothing' : 'note.unreadable');
      }),
    onFollow: () =>
      run(async () => {
        const course = preview?.course;
        if (!preview || !course) return undefined;
        const written = await (await loadCourses()).follow({ course, lines: preview.lines });
        set({ preview: undefined, followed: written !== undefined });
        if (written && latest.current === page) onChooseCourse(course.id);
        const sentence = i18n.t(written ? 'living.followed' : 'living.unfit', [course.title]);
        return { sentence, action: written?.action };
      }),
    onCancel() {
      status.clear();
      set({ preview: undefined });
    },
    onUpdate: () =>
      run(async () => {
        if (!renewal) return undefined;
        const now = await updateNow(shown, renewal);
        if (now !== renewal) {
          set({ renewal: now });
          return i18n.t(now ? 'living.changedAgain' : 'living.takenOver');
        }
        const written = await (await loadCourses()).savePageUpdate(renewal);
        set({ renewal: undefined });
        if (!written) return i18n.t('living.changedElsewhere');
        return { sentence: i18n.t('living.takenOver'), action: written.action };
      }),
    onDismiss() {
      if (renewal) dismissed.add(keyOf(renewal));
      status.clear();
      set({ renewal: undefined });
    },
    onUndo: (action: string) => status.undo('here', action),
  };
}
