import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { knownCourses } from '../../catalog/course-index.ts';
import { type Course, objectivesOf, resourcesOf } from '../../courses/course.ts';
import type { Action } from '../../progress/action.ts';
import { under } from '../../progress/changes.ts';
import { HISTORY, type HistoryDay, type HistoryEntry, readHistory } from '../../progress/history.ts';
import { isOf, type ProgressRecord } from '../../progress/records.ts';
import { useLive } from '../state/signals.ts';
import type { SettingsStatus } from './settings-status.ts';

/** An action. Its texts are made when they are shown or searched: there may be thousands. */
export interface HistoryLine {
  /** Such as `2026-08-31`. */
  day: string;
  id: string;
  /** In ms since 1970. */
  time: number;
  undoable: boolean;
  /** The title of the course in which it was done; '' for what concerns no course or several. */
  course: string;
  text(): string;
}

type Titled = 'course' | 'audience' | 'objective' | 'section' | 'resource';

/** Returns a lookup of titles in `courses`. The title of an item that is in none of them is its id. */
function titlesIn(courses: readonly Course[]) {
  const titles = new Map<string, string>();
  for (const course of courses) {
    const add = (kind: Titled, id: string, title: string) =>
      titles.set(JSON.stringify([course.id, kind, id]), title);
    add('course', '', course.title);
    for (const { id, title } of course.audiences) add('audience', id, title);
    const { objectives = [], resources = [] } = course.earlier ?? {};
    for (const { id, text } of [...objectivesOf(course), ...objectives]) add('objective', id, text);
    for (const { id, title } of course.sections) add('section', id, title);
    for (const { id, title } of [...resourcesOf(course), ...resources]) add('resource', id, title);
  }
  return (course: string, kind: Titled, id: string) =>
    titles.get(JSON.stringify([course, kind, id])) ?? (id || course);
}

type TitleOf = ReturnType<typeof titlesIn>;

/** Describes the tick or mark that a record stands for. */
function describeRecord({ key, value }: Pick<ProgressRecord, 'key' | 'value'>, titleOf: TitleOf): string {
  const [course, kind, id = ''] = key;
  return kind === 'completion'
    ? i18n.t(value ? 'history.ticked' : 'history.unticked', [titleOf(course, 'objective', id)])
    : i18n.t(value ? 'history.visited' : 'history.unvisited', [titleOf(course, 'resource', id)]);
}

/** Describes a tick or mark by its first record: all are of one objective or resource. */
function describeFirst({ what, wrote: [first] }: Action, titleOf: TitleOf): string {
  return first ? describeRecord(first.record, titleOf) : what;
}

/** Describes a note that was saved, edited or deleted, with the title of what it belongs to. */
function describeNote(wrote: Action['wrote'], titleOf: TitleOf): string {
  const { record, before } = wrote.find(({ record: { key } }) => key[1] === 'note') ?? {};
  if (!record || !isOf(record, 'note')) return '';
  type Value = typeof record.value;
  const hasText = ({ quote, words }: Value) => quote !== '' || words !== '';
  const was = before as Value | null | undefined;
  const { kind, id } = (hasText(record.value) ? record.value : (was ?? record.value)).about;
  const title = titleOf(record.key[0], kind, id);
  if (!hasText(record.value)) return i18n.t('history.noNote', [title]);
  return i18n.t(was && hasText(was) ? 'history.noteChanged' : 'history.note', [title]);
}

/** Describes a change of the library: a course added, updated, archived, unarchived, removed or moved. */
function describeLibraryChange(wrote: Action['wrote']): string {
  const { record, before } = wrote.find(({ record: { key } }) => key[1] === 'course') ?? {};
  if (!record || !isOf(record, 'course')) return i18n.t('history.updated', ['']);
  const { title, removed, archived } = record.value;
  const was = before as typeof record.value | null;
  if (removed) return i18n.t('history.removed', [title]);
  if (!was || was.removed) return i18n.t('history.added', [title]);
  if (archived !== was.archived) return i18n.t(archived ? 'history.archived' : 'history.unarchived', [title]);
  return i18n.t('history.updated', [title]);
}

/** Describes an action of the log in one line, for each kind of action. */
const DESCRIPTIONS: Record<Action['kind'], (action: Action, titleOf: TitleOf) => string> = {
  tick: describeFirst,
  mark: describeFirst,
  audience: ({ course, what }, titleOf) => i18n.t('history.audience', [titleOf(course, 'audience', what)]),
  section: ({ course, what }, titleOf) => i18n.t('history.section', [titleOf(course, 'section', what)]),
  course: ({ course }, titleOf) => i18n.t('history.course', [titleOf(course, 'course', '')]),
  note: ({ wrote }, titleOf) => describeNote(wrote, titleOf),
  badge: ({ course }, titleOf) => i18n.t('history.badge', [titleOf(course, 'course', '')]),
  library: ({ wrote }) => describeLibraryChange(wrote),
  import: ({ what }) => i18n.t('history.import', [what]),
  undo: () => i18n.t('history.undid'),
};

/** Describes a tick or visit that isn't in the log: nearly always a page that was read. */
const describeUnlogged = (record: ProgressRecord, titleOf: TitleOf) =>
  record.key[1] === 'visit'
    ? i18n.t('history.read', [titleOf(record.key[0], 'resource', record.key[2] ?? '')])
    : describeRecord(record, titleOf);

/** The kinds of actions that name their course in their own text, or belong to none. */
const NAMES_ITS_COURSE: readonly Action['kind'][] = ['course', 'badge', 'library', 'import', 'undo'];

function courseOf(entry: HistoryEntry, titleOf: TitleOf): string {
  if ('record' in entry) return titleOf(entry.record.key[0], 'course', '');
  const { course, kind } = entry.action;
  return NAMES_ITS_COURSE.includes(kind) ? '' : titleOf(course, 'course', '');
}

const idOf = (entry: HistoryEntry) =>
  'action' in entry ? entry.action.id : JSON.stringify(entry.record.key);
const textOf = (entry: HistoryEntry, titleOf: TitleOf) =>
  'action' in entry
    ? DESCRIPTIONS[entry.action.kind](entry.action, titleOf)
    : describeUnlogged(entry.record, titleOf);

/** Turns the history that was read into lines, with titles from `courses`. */
function describeHistory(days: readonly HistoryDay[], courses: readonly Course[]): HistoryLine[] {
  const titleOf = titlesIn(courses);
  return days.flatMap(({ day, entries }) =>
    entries.map((each) => ({
      day,
      id: idOf(each),
      time: each.time,
      undoable: 'action' in each && each.undoable,
      course: courseOf(each, titleOf),
      text: () => textOf(each, titleOf),
    })),
  );
}

/** How many days are shown at first, and how many more with each request. */
const DAYS = 7;

const QUERY = { key: '', read: readHistory, when: under(...HISTORY) };

/** The activity history, updated after every change, with Undo. */
export function useHistory(status: SettingsStatus) {
  const { found: read, failed } = useLive(QUERY);
  const [most, setMost] = useState(DAYS);
  const lines = useMemo(() => read && describeHistory(read, knownCourses()), [read]);

  return {
    lines,
    /** The most days to show. */
    most,
    message: status.at('history') ?? (failed && { sentence: failed.message }),
    onMore: () => setMost(most + DAYS),
    onUndo: (id: string) => status.undo('history', id),
  };
}
