import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { knownCourses } from '../../catalog/course-index.ts';
import type { Renewal } from '../../catalog/followed-courses.ts';
import { objectivesOf, resourcesOf } from '../../courses/course.ts';
import { readsAsCourse, speaksOfLearning } from '../../courses/page/reads-as-course.ts';
import { faultOf } from '../../progress/store/fault.ts';
import { pageOf } from '../../sites/address.ts';
import { withoutSecrets } from '../../sites/secrets.ts';
import { isOriginal } from '../state/is-original.ts';
import type { ShownPage } from '../state/use-shown-page.ts';
import { useStatus } from '../ui/use-status.ts';
import type { LivingProps } from './Living.tsx';
import type { PageRead } from './read-shown.ts';

/** How long a page must have been shown before it is read as a course, in milliseconds: until then it is left alone. */
const REST = 1000;

/** What reads a page, and what makes a course of it: loaded where there is something to read. */
const loadReading = () => import('./read-shown.ts');
const loadCourses = () => import('../../catalog/followed-courses.ts');

/** What the reader does not want to hear of again: renewals by their course and what they change. */
const putAway = new Set<string>();
const nameOf = ({ course, changes }: Renewal) => JSON.stringify([course.id, changes]);

interface State {
  /** The page that all of it is about. */
  page: string | undefined;
  /** Followed on another computer. */
  elsewhere?: boolean;
  /** It reads as a course. */
  reads?: boolean;
  /** It has just been followed. */
  followed?: boolean;
  preview?: PageRead | undefined;
  renewal?: Renewal | undefined;
}

/**
 * The shown page as a course: whether it can be followed, what following it means, and what has changed in a course whose own
 * page it is.
 * @param inCourse whether the page is part of a course: then following it as another is not offered without need
 */
export function useLiving(
  shown: ShownPage,
  inCourse: boolean,
  onChooseCourse: (id: string) => void,
): LivingProps {
  const page =
    shown.fresh && shown.news?.kind === 'content' && shown.address ? pageOf(shown.address) : undefined;
  const title = shown.news?.title ?? '';
  const [state, setState] = useState<State>({ page: undefined });
  const status = useStatus<'here'>();
  const latest = useRef(page);
  latest.current = page;

  /** Takes over what was found out about the shown page, unless another one is shown by then. */
  const set = (news: Omit<State, 'page'>) =>
    latest.current === page && setState((before) => ({ ...(before.page === page && before), ...news, page }));
  const run = (action: Parameters<typeof status.run>[1]) =>
    status.run('here', action, async (error) => {
      const { unsavedText } = await import('../course/Notices.tsx');
      return unsavedText(faultOf(error));
    });
  const isOwn = knownCourses().some(({ address }) => pageOf(withoutSecrets(address)) === page);
  const look = async () => {
    const courses = await loadCourses();
    if (!isOwn && !speaksOfLearning(title) && !(await courses.isFollowed(page ?? ''))) return;
    const { readShown } = await loadReading();
    const { courseAt, readKept, renewQuietly, renewalOf, takeWords } = courses;
    const kept = await readKept();
    const own = courseAt(kept, page ?? '');
    if (own && !own.packed) set({ elsewhere: true });
    // A translation or a review build says it in other words.
    if (own?.pack && !isOriginal(shown)) return;
    const { course, whole, language = '' } = (await readShown(shown)) ?? {};
    if (!course) return;
    if (!own) set({ reads: readsAsCourse(course) });
    else if (!whole) return;
    else if (own.source === 'built-in') await takeWords(own.id, course, language, kept);
    else {
      const renewal = await renewalOf(own, course);
      if (renewal?.changes.length === 0) await renewQuietly(renewal);
      else if (renewal && !putAway.has(nameOf(renewal))) set({ renewal });
    }
  };
  useEffect(() => {
    setState({ page });
    status.clear();
    if (page === undefined) return undefined;
    // What nobody asked for fails without a word: the panel says by itself if nothing can be read.
    const timer = setTimeout(() => void look().catch(() => {}), REST);
    return () => clearTimeout(timer);
  }, [page, shown.tab.load]);

  const here: Partial<State> = state.page === page ? state : {};
  const { elsewhere = false, reads = false, followed = false, preview, renewal } = here;
  const isContent = (shown.news?.kind ?? 'content') === 'content';
  const course = preview?.course;
  return {
    // At once, where it can be: what comes later moves what stands below it.
    followable:
      shown.address !== undefined &&
      isContent &&
      !(followed && status.at('here')?.action) &&
      (!isOwn || elsewhere),
    quietly: inCourse && !elsewhere && !reads,
    elsewhere,
    reads,
    told: status.at('here'),
    changes: renewal?.changes,
    preview: course && {
      title: course.title,
      whole: preview?.whole === true,
      objectives: objectivesOf(course).length,
      sections: course.sections.length,
      resources: resourcesOf(course).length,
    },
    onPreview: () =>
      run(async () => {
        const read = await (await loadReading()).readShown(shown);
        set({ preview: read });
        return read?.course ? undefined : i18n.t(read ? 'living.nothing' : 'note.unreadable');
      }),
    onFollow: () =>
      run(async () => {
        if (!course) return undefined;
        const written = await (await loadCourses()).follow(course);
        set({ preview: undefined, followed: written !== undefined });
        if (written && latest.current === page) onChooseCourse(course.id);
        const sentence = i18n.t(written ? 'living.followed' : 'living.unfit', [course.title]);
        return { sentence, action: written?.action };
      }),
    onCancel() {
      status.clear();
      set({ preview: undefined });
    },
    onTakeOver: () =>
      run(async () => {
        if (!renewal) return undefined;
        const written = await (await loadCourses()).renew(renewal);
        set({ renewal: undefined });
        if (!written) return i18n.t('living.changedElsewhere');
        return { sentence: i18n.t('living.takenOver'), action: written.action };
      }),
    onPutAway() {
      if (renewal) putAway.add(nameOf(renewal));
      status.clear();
      set({ renewal: undefined });
    },
    onUndo: (action) => status.undo('here', action),
  };
}
