import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import { indexCourses } from '../../../courses/match.ts';
import { auditPages, type PageReport } from '../../../scripts/audit-pages.ts';
import { countsOf, reportAsJson, reportAsText } from '../../../scripts/audit-report.ts';
import { auditResources, type Knowledge } from '../../../scripts/audit-resources.ts';
import type { Address } from '../../../sites/address.ts';
import { createPageSearch } from '../../../sites/search-pages.ts';
import { courseOf } from '../../fixtures/courses.ts';
import { handbookPage, missingPage, PAGE_PATHS } from '../../fixtures/pages.ts';

const ORIGIN = 'https://handbook.gitlab.com';
const RELATIONS = '/handbook/marketing/developer-relations/';
const [PATHWAY, ONBOARDING] = ['community-learning-pathway', 'csm-onboarding'];
const folder = mkdtempSync(join(tmpdir(), 'waymark-audit-'));
let pages: PageReport[] = [];

function write(file: string, html: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), html);
}

beforeAll(() => {
  const stub = `${RELATIONS}strategy-programs/education-program/`;
  for (const path of [
    ...PAGE_PATHS,
    stub,
    '/tags/community/',
    '/handbook/odd/headings/',
    '/handbook/odd/markup/',
  ]) {
    write(`${path}index.html`, handbookPage(path) ?? '');
  }
  write('404.html', missingPage());
  write('handbook/empty/index.html', '');
  write('handbook/comment/index.html', '<!-- nothing -->');
  write('handbook/plain.html', 'Just text');
  write('handbook/sp ace/100%/index.html', '<div class="td-content"><h1>Odd</h1></div>');
  write('handbook/image.png', 'no page');
  pages = [...auditPages(folder, ORIGIN, indexCourses(builtInCourses))];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pageAt = (address: string) => pages.find((page) => page.address === ORIGIN + address);

describe('the pages of a folder', () => {
  test('are read with their kinds, addresses and places', () => {
    expect(pageAt('/handbook/values/')).toMatchObject({
      kind: 'content',
      matches: [PATHWAY, ONBOARDING].map((id) => ({ course: { id }, reason: 'page' })),
    });
    expect(pageAt(`${RELATIONS}community-pathway/`)?.matches[0]?.reason).toBe('coursePage');
    expect(pageAt('/handbook/engineering/')).toMatchObject({ kind: 'content', matches: [] });
    expect(pageAt('/tags/community/')).toMatchObject({ kind: 'list', matches: [] });
    expect(pages.find(({ file }) => file === '404.html')).toMatchObject({
      kind: 'missing',
      address: undefined,
      matches: [],
    });
    expect(pageAt(`${RELATIONS}strategy-programs/education-program/`)).toMatchObject({
      kind: 'moved',
      movedTo: `${ORIGIN}${RELATIONS}programs/education-program/`,
      matches: [{ reason: 'moved' }],
    });
  });

  test('may be empty, without tags, or oddly named', () => {
    for (const path of ['/handbook/empty/', '/handbook/comment/', '/handbook/plain/']) {
      expect(pageAt(path)?.kind, path).toBe('other');
    }
    expect(pageAt('/handbook/sp%20ace/100%25/')?.kind).toBe('content');
    expect(pages.filter(({ kind }) => kind === 'content').length).toBeGreaterThan(PAGE_PATHS.length);
    expect(pages.some(({ file }) => file.endsWith('.png'))).toBe(false);
  });

  test('of a missing folder are an error', () => {
    expect(() => [...auditPages(join(folder, 'nowhere'), ORIGIN, indexCourses([]))]).toThrow('ENOENT');
  });
});

describe('the resources of a course', () => {
  const H = `${ORIGIN}/handbook`;
  const report = (
    address: string,
    kind: PageReport['kind'],
    more: Partial<PageReport> = {},
  ): [Address, PageReport] => [
    H + address,
    { file: '', kind, address: H + address, movedTo: undefined, headings: [], matches: [], ...more },
  ];
  const moves = {
    origin: ORIGIN,
    learned: [
      {
        source: '',
        taken: '',
        moves: {
          '/handbook/by-table/': '/handbook/listed/',
          '/handbook/to-nowhere/': '/handbook/nowhere/',
          '/handbook/circle/': '/handbook/circle/2/',
          '/handbook/circle/2/': '/handbook/circle/',
          '/handbook/dropped/': '/handbook/',
          '/handbook/elsewhere/': 'https://docs.gitlab.com/',
        },
      },
    ],
  };
  const list = {
    origin: ORIGIN,
    source: '',
    taken: '',
    pages: ['/handbook/', '/handbook/listed/', '/handbook/read/'],
  };
  const knowledge: Knowledge = {
    pages: new Map([
      report('/read/', 'content', { headings: ['there'] }),
      report('/stub/', 'moved', { movedTo: `${H}/read/` }),
      report('/stub-elsewhere/', 'moved', { movedTo: 'https://docs.gitlab.com/' }),
      report('/stub-nowhere/', 'moved'),
      report('/missing/', 'missing'),
    ]),
    pageSearch: createPageSearch(list, { ...list, titles: {} }, moves),
    moves,
    origin: ORIGIN,
  };
  const stateOf = (address: string, more: { gone?: boolean; formerly?: string[] } = {}) =>
    auditResources(courseOf('course', `${H}/course/`, [{ address, ...more }]), knowledge)[0];

  test.each([
    ['/read/', 'alive', 'folder', false],
    ['/read/#there', 'alive', 'folder', false],
    ['/read/#gone', 'anchor missing', 'folder', true],
    ['/listed/#unknown', 'alive', 'list', false],
    ['/stub/', 'moved', 'folder', true],
    ['/stub-elsewhere/', 'moved', 'folder', true],
    ['/stub-nowhere/', 'gone', 'folder', true],
    ['/missing/', 'gone', 'folder', true],
    ['/by-table/', 'moved', 'table', true],
    ['/elsewhere/', 'moved', 'table', true],
    ['/to-nowhere/', 'gone', 'list', true],
    ['/circle/', 'gone', 'list', true],
    ['/dropped/', 'gone', 'list', true],
    ['/unknown/', 'gone', 'list', true],
  ])('%s is %s, by the %s', (path, state, by, mustFix) => {
    expect(stateOf(H + path)).toMatchObject({ state, by, mustFix });
  });

  test('that are elsewhere are not judged', () => {
    for (const address of ['https://example.org/', 'https://internal.gitlab.com/handbook/values/']) {
      expect(stateOf(address)).toMatchObject({ state: 'external', mustFix: false });
    }
  });

  test('that the pack lists as moved or removed need no fix, unless the pack is wrong', () => {
    const formerly = [`${H}/old/`];
    expect(stateOf(`${H}/read/`, { formerly })).toMatchObject({
      state: 'moved',
      by: 'pack',
      to: `${H}/read/`,
      mustFix: false,
    });
    expect(stateOf(`${H}/read/#gone`, { formerly })).toMatchObject({
      state: 'anchor missing',
      mustFix: true,
    });
    expect(stateOf(`${H}/unknown/`, { formerly })).toMatchObject({ state: 'gone', mustFix: true });
    expect(stateOf(`${H}/unknown/`, { gone: true })).toMatchObject({ state: 'gone', mustFix: false });
    expect(stateOf(`${H}/read/`, { gone: true })).toMatchObject({ state: 'alive', mustFix: true });
  });

  test('that are removed have the closest pages as candidates', () => {
    expect(stateOf(`${H}/listed/below/`)?.candidates?.[0]).toBe(`${H}/listed/`);
  });

  test('are reported with the pages, as text and as JSON', () => {
    const resources = auditResources(
      courseOf('course', `${H}/course/`, [{ address: `${H}/by-table/` }]),
      knowledge,
    );
    const whole = { pages, courses: [{ course: 'course', resources }] };
    expect(countsOf(whole)).toMatchObject({ pages: pages.length, resources: { moved: 1 }, toFix: 1 });
    const text = reportAsText(whole);
    expect(text).toContain(`! moved          course-0  ${H}/by-table/  (table)\n      now ${H}/listed/`);
    expect(text).toContain(
      `content  ${ORIGIN}/handbook/values/  page: ${PATHWAY} › best-practices; ` +
        `page: ${ONBOARDING} › support › single-source-of-truth`,
    );
    const json = JSON.parse(reportAsJson(whole)) as { pages: { file: string; match: unknown }[] };
    const entry = (name: string) => json.pages.find(({ file }) => file.endsWith(name));
    expect(entry('404.html')).toMatchObject({ kind: 'missing', address: null, match: null });
    expect(entry('stewardship/index.html')).toMatchObject({
      match: { course: PATHWAY, section: 'strategy', resource: 'open-core', reason: 'page' },
      others: [],
    });
    expect(entry('values/index.html')).toMatchObject({
      match: { course: PATHWAY, section: 'best-practices', resource: null },
      others: [{ course: ONBOARDING, section: 'support', resource: 'single-source-of-truth' }],
    });
  });
});
