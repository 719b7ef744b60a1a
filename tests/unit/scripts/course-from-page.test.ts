import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Course, resourcesOf } from '../../../courses/course.ts';
import { coursePage, documentWith } from '../../fixtures/course-pages.ts';
import { handbookPage } from '../../fixtures/pages.ts';
import { runCourse as run } from './run-course.ts';

const PATHWAY = '/handbook/marketing/developer-relations/community-pathway/';
const folder = mkdtempSync(join(tmpdir(), 'waymark-course-'));
const at = (...parts: string[]) => join(folder, ...parts);

function write(file: string, text: string): string {
  mkdirSync(dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
  return at(file);
}

beforeAll(() => {
  write(`site${PATHWAY}index.html`, handbookPage(PATHWAY) ?? '');
  write('site/handbook/values/index.html', handbookPage('/handbook/values/') ?? '');
  write('site/handbook/bakery/tasters/index.html', coursePage('tables'));
  write('site/404.html', '<body class="td-404"></body>');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('from a page', () => {
  test('makes a pack in which only its author’s decisions are left', () => {
    const { status, stdout, stderr } = run(
      'from-page',
      at('site', PATHWAY, 'index.html'),
      '--taken',
      '2026-08',
    );
    expect(status).toBe(0);
    expect(stderr).toContain('9 objectives, 5 sections, 25 resources, 2 videos');
    const course = JSON.parse(stdout) as Course;
    expect(course).toMatchObject({
      edition: '2026-08',
      title: 'Community Learning Pathway: Course Resources',
    });
    const education = resourcesOf(course).find(({ id }) => id === 'education-program');
    // The table of moves knows where it is now.
    expect(education).toMatchObject({
      address: expect.stringContaining('/programs/education-program/'),
      formerly: [expect.stringContaining('/strategy-programs/education-program/')],
    });
    const check = run('check', write('pack.json', stdout));
    expect(check.stdout).toMatch(/^error {3}dual-flywheels: \S+ is gone/m);
    expect(check.status).toBe(1);
  });

  test('makes packs of the pages in a folder that look like a course, in files named by their ids', () => {
    const { status, stderr } = run('from-page', at('site'), '--out', at('packs'), '--audience', 'Tasters');
    expect(status).toBe(0);
    expect(readdirSync(at('packs')).sort()).toEqual([
      'bakery-tasters.json',
      'marketing-developer-relations-community-pathway.json',
    ]);
    expect(stderr).toContain('4 pages, 2 of them read as courses');
    expect(JSON.parse(run('from-page', at('site')).stdout)).toHaveLength(2);
    const tasters = JSON.parse(readFileSync(at('packs', 'bakery-tasters.json'), 'utf8')) as Course;
    expect(tasters.audiences).toEqual([{ id: 'everyone', title: 'Tasters', objectives: [] }]);
    expect(tasters.edition).toMatch(/^\d{4}-\d{2}$/);
  });

  test('uses the address that the page or the command gives', () => {
    const page = write('alone.html', coursePage('tables').replace(/<meta property="og:url"[^>]*>/, ''));
    const address = 'https://handbook.gitlab.com/handbook/bakery/elsewhere/';
    expect(JSON.parse(run('from-page', page, '--address', `${address}#here`).stdout)).toMatchObject({
      id: 'bakery-elsewhere',
      address,
    });
    expect(run('from-page', page, '--address', 'https://example.org/')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('--address'),
    });
  });

  test('has the address to edit the page, if the page links to it', () => {
    const link =
      '<div class="td-page-meta__lastmod"><a href="https://gitlab.com/-/ide/project/gitlab-com/content-sites/handbook' +
      '/edit/main/-/content/handbook/bakery/tasters.md">Edit this page</a></div>';
    const page = write(
      'edited.html',
      documentWith(`<h1>A</h1><p><a href="https://example.org/">B</a></p>${link}`),
    );
    expect(JSON.parse(run('from-page', page).stdout)).toMatchObject({
      edit: 'https://gitlab.com/gitlab-com/content-sites/handbook/-/edit/main/content/handbook/bakery/tasters.md',
    });
  });

  test('makes nothing of a page that isn’t a course, or with an unknown command', () => {
    expect(run('from-page', at('site', '404.html'))).toMatchObject({ status: 1, stdout: '' });
    expect(run('from-page', at('nowhere'))).toMatchObject({ status: 2, stdout: '' });
    expect(run('from-page', at('site'), '--taken', 'soon')).toMatchObject({ status: 2, stdout: '' });
    for (const args of [[], ['toString'], ['check'], ['check', 'a', 'b'], ['from-page', '--all']]) {
      expect(run(...args), args.join(' ')).toMatchObject({ status: 2, stdout: '' });
    }
  });
});
