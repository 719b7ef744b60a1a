import { describe, expect, test } from 'vitest';
import pages from '../../../assets/sites/pages.json' with { type: 'json' };
import { pageName } from '../../../sites/page-name.ts';

const HANDBOOK = `${pages.origin}/handbook/`;
const nameOf = (path: string) => Object.values(pageName(HANDBOOK + path, pages.origin));

describe('a page’s name', () => {
  test.each([
    ['values/', 'Values', ''],
    ['', 'Handbook', ''],
    [
      'marketing/developer-relations/programs/education-program/#team',
      'Education program',
      'Marketing / Developer relations / Programs',
    ],
    ['customer-success/csm/csm-onboarding/', 'CSM onboarding', 'Customer success / CSM'],
    ['sales/sdrs/okrs/', 'OKRs', 'Sales / SDRs'],
    ['marketing/css/', 'CSS', 'Marketing'],
    ['working-groups/fault_tolerance.html/', 'Fault tolerance', 'Working groups'],
    ['decisions/005_migration_strategy/', '005 migration strategy', 'Decisions'],
    ['caf%C3%A9-au-lait/', 'Café au lait', ''],
    ['100%-sure/', '100% sure', ''],
  ])('is made of words for %s', (path, title, folders) => {
    expect(nameOf(path)).toEqual([title, folders]);
  });

  test('has the host if it isn’t the site’s own', () => {
    expect(pageName('https://gitlab.com/gitlab-com/gl-infra/', pages.origin)).toEqual({
      title: 'GL infra',
      folders: 'gitlab.com / Gitlab com',
    });
    expect(pageName('https://www.example.com/', pages.origin)).toEqual({
      title: 'www.example.com',
      folders: 'www.example.com',
    });
  });

  test('exists for every known page', () => {
    for (const path of pages.pages) {
      const { title, folders } = pageName(pages.origin + path, pages.origin);
      expect(title, path).toMatch(/^\S.*$/);
      expect(title + folders, path).not.toMatch(/[_%]|undefined/);
    }
  });
});
