import { Window } from 'happy-dom';
import { afterEach, expect, test, vi } from 'vitest';
import type { ShownPage } from '../../../../components/state/shown-page.ts';
import { pageTree } from '../../../../sites/page-tree.ts';
import { coursePage } from '../../../fixtures/course-pages.ts';

// Only the build provides it. No assertion below depends on a text.
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
afterEach(() => vi.unstubAllGlobals());

/** Reads the page at `meant` as a course, in a tab that now shows the page at `there`. */
async function readWhere(meant: string, there: string) {
  const window = new Window({ url: there });
  window.document.write(coursePage('modules'));
  vi.stubGlobal('document', window.document);
  vi.stubGlobal('Element', window.Element);
  const executeScript = async ({ args }: { args?: unknown[] }) => [{ result: args && pageTree() }];
  vi.stubGlobal('browser', { scripting: { executeScript } });
  vi.resetModules();
  const { readAsCourse } = await import('../../../../components/follow/read-as-course.ts');
  return readAsCourse({ tab: { id: 1 }, address: meant } as ShownPage);
}

const PAGE = 'https://handbook.gitlab.com/handbook/bakery/tasters/';

test('a tab that has moved on to another page is not read as the course that was shown', async () => {
  expect(await readWhere(PAGE, 'https://handbook.gitlab.com/handbook/bakery/others/')).toBeUndefined();
  expect((await readWhere(PAGE, PAGE))?.course?.address).toBe(PAGE);
});
