import { i18n } from '#i18n';
import { type Course, objectivesOf, resourcesOf } from '../../courses/course.ts';
import type { Action } from '../../progress/action.ts';
import type { HistoryDay as DayRead, HistoryEntry } from '../../progress/history.ts';
import { isOf, type ProgressRecord } from '../../progress/records.ts';
import type { HistoryDay } from './History.tsx';
import { dayInWords, timeInWords } from './in-words.ts';

/** The titles of what is in `courses`; an id stands for what is in none of them any more. */
function titlesIn(courses: readonly Course[]) {
  const titles = new Map<string, string>();
  for (const course of courses) {
    const add = (kind: string, id: string, title: string) =>
      titles.set(JSON.stringify([course.id, kind, id]), title);
    add('course', '', course.title);
    for (const { id, title } of course.audiences) add('audience', id, title);
    const { objectives = [], resources = [] } = course.earlier ?? {};
    for (const { id, text } of [...objectivesOf(course), ...objectives]) add('completion', id, text);
    for (const { id, title } of course.sections) add('section', id, title);
    for (const { id, title } of [...resourcesOf(course), ...resources]) add('visit', id, title);
  }
  return (course: string, kind: string, id: string) =>
    titles.get(JSON.stringify([course, kind, id])) ?? (id || course);
}

type TitleOf = ReturnType<typeof titlesIn>;

function recordInWords({ key, value }: Pick<ProgressRecord, 'key' | 'value'>, titleOf: TitleOf): string {
  const title = titleOf(key[0], key[1], String(key[2]));
  if (key[1] === 'completion') return i18n.t(value ? 'history.ticked' : 'history.unticked', [title]);
  return i18n.t(value ? 'history.visited' : 'history.unvisited', [title]);
}

/** A note kept, changed or deleted, by the title of what it belongs to. */
function noteInWords(wrote: Action['wrote'], titleOf: TitleOf): string {
  const { record, before } = wrote.find(({ record: { key } }) => key[1] === 'note') ?? {};
  if (!record || !isOf(record, 'note')) return '';
  type Kept = typeof record.value;
  const says = ({ quote, words }: Kept) => quote !== '' || words !== '';
  const was = before as Kept | null | undefined;
  const { kind, id } = (says(record.value) ? record.value : (was ?? record.value)).about;
  const title = titleOf(record.key[0], kind === 'objective' ? 'completion' : 'visit', id);
  if (!says(record.value)) return i18n.t('history.noNote', [title]);
  return i18n.t(was && says(was) ? 'history.noteChanged' : 'history.note', [title]);
}

/** A course followed, imported, archived, removed, brought back or moved among the others. */
function libraryInWords(wrote: Action['wrote']): string {
  const { record, before } = wrote.find(({ record: { key } }) => key[1] === 'course') ?? {};
  if (!record || !isOf(record, 'course')) return i18n.t('history.updated', ['']);
  const { title, removed, archived } = record.value;
  const was = before as typeof record.value | null;
  if (removed) return i18n.t('history.removed', [title]);
  if (!was || was.removed) return i18n.t('history.added', [title]);
  if (archived !== was.archived) return i18n.t(archived ? 'history.archived' : 'history.unarchived', [title]);
  return i18n.t('history.updated', [title]);
}

function actionInWords({ kind, course, what, wrote }: Action, titleOf: TitleOf): string {
  switch (kind) {
    case 'tick':
    case 'mark': {
      const [first] = wrote;
      return first ? recordInWords(first.record, titleOf) : what;
    }
    case 'audience':
      return i18n.t('history.audience', [titleOf(course, 'audience', what)]);
    case 'section':
      return i18n.t('history.section', [titleOf(course, 'section', what)]);
    case 'course':
      return i18n.t('history.course', [titleOf(course, 'course', '')]);
    case 'note':
      return noteInWords(wrote, titleOf);
    case 'badge':
      return i18n.t('history.badge', [titleOf(course, 'course', '')]);
    case 'library':
      return libraryInWords(wrote);
    case 'import':
      return i18n.t('history.import', [what]);
    case 'undo':
      return i18n.t('history.undid');
  }
}

const idOf = (done: HistoryEntry) => ('action' in done ? done.action.id : JSON.stringify(done.record.key));
const textOf = (done: HistoryEntry, titleOf: TitleOf) =>
  'action' in done ? actionInWords(done.action, titleOf) : recordInWords(done.record, titleOf);

/** The history as it is shown, with the titles that `courses` have for what was done. */
export function historyInWords(days: readonly DayRead[], courses: readonly Course[]): HistoryDay[] {
  const titleOf = titlesIn(courses);
  return days.map(({ done }) => ({
    day: dayInWords(done[0]?.time ?? 0),
    done: done.map((each) => ({
      id: idOf(each),
      time: timeInWords(each.time),
      text: textOf(each, titleOf),
      undoable: 'action' in each && each.undoable,
    })),
  }));
}
