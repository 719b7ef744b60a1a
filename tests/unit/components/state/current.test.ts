import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Course, resourcesOf } from '../../../../courses/course.ts';
import type { ShownTab } from '../../../../platform/shown-tab.ts';
import { pageOf } from '../../../../sites/address.ts';

/** The panel's signals, in a panel that has just opened and in which nothing is followed. */
async function newState() {
  vi.resetModules();
  vi.stubGlobal('location', { hash: '' });
  const [{ tab }, current, view, trouble, lost] = await Promise.all([
    import('../../../../components/state/tab.ts'),
    import('../../../../components/state/current.ts'),
    import('../../../../components/state/view.ts'),
    import('../../../../components/state/page-trouble.ts'),
    import('../../../../components/state/lost-heading.ts'),
  ]);
  const { knownCourses } = await import('../../../../catalog/course-index.ts');
  const show = (url: string | undefined, more: Partial<ShownTab> = {}) => {
    tab.value = { id: 1, url, complete: true, load: 1, revision: 0, ...more };
  };
  return { ...current, ...view, ...trouble, ...lost, show, courses: knownCourses() };
}
type State = Awaited<ReturnType<typeof newState>>;

let state: State;
beforeAll(async () => {
  state = await newState();
});
afterAll(() => vi.unstubAllGlobals());

/** The pages of resources of the course. */
const pagesOf = (course: Course | undefined) =>
  resourcesOf(course as Course)
    .filter(({ address, gone }) => !gone && address.startsWith('https://handbook.gitlab.com/'))
    .map(({ address }) => pageOf(address));
const OUTSIDE = 'https://handbook.gitlab.com/handbook/finance/';

test('one change of the tab changes the section at once, without a document', () => {
  const { show, courses, course, section, isSettled, others } = state;
  expect(isSettled.value).toBe(false);
  for (const each of courses)
    for (const page of pagesOf(each)) {
      show(page);
      expect(section.value, page).toBeDefined();
      expect([course.value, ...others.value].map(({ id }) => id)).toContain(each.id);
    }
});

test('a page of no course leaves the panel where it was', () => {
  const { show, courses, course, match } = state;
  const alone = courses.flatMap((each) => {
    const others = courses.filter((other) => other !== each).flatMap(pagesOf);
    const page = pagesOf(each).find((own) => !others.includes(own));
    return page ? { each, page } : [];
  });
  expect(alone.length).toBeGreaterThan(1);
  for (const { each, page } of alone) {
    show(page);
    show(OUTSIDE);
    expect(match.value).toBeUndefined();
    expect(course.value).toBe(each);
  }
});

test('another course stays chosen when the page changes', () => {
  const { show, courses, course, chooseCourse } = state;
  show(OUTSIDE);
  for (const { id } of courses) {
    chooseCourse(id);
    expect(course.value.id).toBe(id);
    show(`${OUTSIDE}accounting/`);
    expect(course.value.id).toBe(id);
    show(OUTSIDE);
  }
});

/** Closes the view that is open. */
function close(): void {
  const { sheet, closeSheet } = state;
  if (sheet.value) closeSheet(sheet.value.id);
}

test('while a view is open the panel stays on the page that it was opened on', () => {
  const { show, courses, shown, section, openSheet } = state;
  const [first = '', second = ''] = pagesOf(courses[0]);
  const from = { focus: vi.fn() } as unknown as HTMLElement;
  show(first);
  const { value: before } = section;
  openSheet('search', from);
  show(second);
  expect([shown.value?.address, section.value]).toEqual([first, before]);
  close();
  expect(shown.value?.address).toBe(second);
  expect(from.focus).toHaveBeenCalledOnce();
});

test('a view that is opened from another leads back to it, and each gives the focus back to where it was opened from', () => {
  const { openSheet, sheet } = state;
  const [from, button] = [vi.fn(), vi.fn()];
  openSheet('settings', { focus: from } as unknown as HTMLElement);
  openSheet('library', { focus: button } as unknown as HTMLElement);
  expect(sheet.value?.name).toBe('library');
  close();
  expect(sheet.value?.name).toBe('settings');
  expect([button.mock.calls.length, from.mock.calls.length]).toEqual([1, 0]);
  close();
  expect(sheet.value).toBeUndefined();
  expect([button.mock.calls.length, from.mock.calls.length]).toEqual([1, 1]);
});

test('a view that closes late leaves the one open that was opened since', () => {
  const { openSheet, closeSheet, sheet } = state;
  const from = { focus: vi.fn() } as unknown as HTMLElement;
  openSheet('library', from);
  const library = sheet.value?.id ?? Symbol();
  openSheet('search', from);
  closeSheet(library);
  expect(sheet.value?.name).toBe('search');
  expect(from.focus).not.toHaveBeenCalled();
  close();
});

test('a note that is wanted while one is written is that one', () => {
  const { openSheet, sheet } = state;
  const from = { focus: vi.fn() } as unknown as HTMLElement;
  openSheet('note', from, { target: { kind: 'objective', id: 'o' } });
  openSheet('note', {} as HTMLElement);
  expect(sheet.value?.note).toEqual({ target: { kind: 'objective', id: 'o' }, times: 1 });
  close();
});

test('the heading that a resource has lost is the one that the reader opened, else the first', () => {
  const { lostHeadingsOn, lostHeadingOf } = state;
  const page = 'https://handbook.gitlab.com/handbook/values/';
  const resources = ['one', 'two'].map((id) => ({ id, title: id, address: `${page}#${id}` }));
  const headings = [{ id: 'two-hands', level: 2, text: 'Two hands' }];
  const at = (address: string, fresh = true) =>
    ({ address, fresh, tab: { url: address }, info: { kind: 'content', headings } }) as never;
  const found = { resources } as never;
  expect(lostHeadingsOn(at(page, false), found)).toEqual([]);
  expect(lostHeadingsOn(at(page), found)).toEqual(resources);
  expect(lostHeadingOf(at(page), resources, undefined)?.anchor).toBe('one');
  expect(lostHeadingOf(at(`${page}#two`), resources, undefined)).toMatchObject({
    anchor: 'two',
    instead: `${page}#two-hands`,
    isOpened: false,
  });
  expect(lostHeadingOf(at(`${page}#two`), resources, `${page}#two`)?.isOpened).toBe(true);
  expect(lostHeadingOf(at(`${page}#two-hands`), resources, undefined)?.anchor).toBe('two');
});

describe('a heading that a resource names, on a page that doesn’t have it', () => {
  const page = 'https://handbook.gitlab.com/handbook/values/';
  const resources = [{ id: 'one', title: 'One', address: `${page}#one` }];
  const lostAt = (url: string, lang?: string) => {
    const info = { kind: 'content', headings: [{ id: 'one-hand', level: 2, text: 'One hand' }], lang };
    const shown = { address: page, fresh: true, tab: { url }, info } as never;
    return state.lostHeadingOf(shown, state.lostHeadingsOn(shown, { resources } as never), undefined);
  };
  const TRANSLATION = 'https://gl-handbook-ja.page/handbook/values/';

  test('is lost on the original', () => {
    expect(lostAt(page, 'en-us')).toMatchObject({ isTranslated: false, closest: { id: 'one-hand' } });
    // A content script of an earlier version doesn't say the language.
    expect(lostAt(page)).toMatchObject({ isTranslated: false });
  });

  test.each([
    [TRANSLATION, 'ja', `${page}#one`],
    [TRANSLATION, undefined, `${page}#one`],
    [page, 'ja', undefined],
  ])(
    'may have another id on a translation (%s, %s), so no other heading is taken for it',
    (url, lang, original) => {
      expect(lostAt(url, lang)).toMatchObject({
        isTranslated: true,
        closest: undefined,
        instead: undefined,
        original,
        isOpened: false,
      });
    },
  );

  test('is nothing to tell of on a review build', () => {
    expect(lostAt('https://handbook.gitlab.com/mr12/handbook/values/', 'en')).toBeUndefined();
  });
});
