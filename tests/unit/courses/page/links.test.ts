import { describe, expect, test } from 'vitest';
import { resourcesOf } from '../../../../courses/course.ts';
import { courseIdOf } from '../../../../courses/page/ids.ts';
import { courseIn, coursePage, courseWith, PAGE } from '../../../fixtures/course-pages.ts';

const LINK = '<p><a href="https://example.org/">Elsewhere</a></p>';

describe('links', () => {
  const addresses = (content: string) => resourcesOf(courseWith(content)).map(({ address }) => address);
  const to = (...hrefs: string[]) =>
    hrefs.map((href, at) => `<p><a href="${href}">Link ${at}</a></p>`).join('');

  test('are canonical for the handbook, and https', () => {
    expect(
      addresses(
        to(
          'http://about.gitlab.com/handbook/values',
          '../flour/#Rye',
          '/handbook//x/',
          'http://example.org/a',
        ),
      ),
    ).toEqual([
      'https://handbook.gitlab.com/handbook/values/',
      'https://handbook.gitlab.com/handbook/bakery/flour/#Rye',
      'https://handbook.gitlab.com/handbook/x/',
      'https://example.org/a',
    ]);
  });

  test('have no credentials, such as the reader’s session', () => {
    expect(
      addresses(
        to(
          'https://lms.example/a;jsessionid=0A?id=1&token=x',
          'https://files.example/b?X-Amz-Signature=x&X-Amz-Date=1',
          'https://example.org/c#access_token=x',
        ),
      ),
    ).toEqual([
      'https://lms.example/a?id=1',
      'https://files.example/b?X-Amz-Date=1',
      'https://example.org/c',
    ]);
  });

  test('that lead nowhere else are omitted', () => {
    const bad = [
      'javascript:alert(1)',
      'data:text/html,x',
      'mailto:a@example.org',
      'tel:1',
      '#here',
      '',
      'https://',
    ];
    const odd = [
      'https://handbook.gitlab.com@example.org/',
      'http://example.org:8080/',
      'ftp://example.org/',
      'blob:x',
    ];
    expect(
      addresses(to(...bad, ...odd, PAGE.address, `${PAGE.address}#here`, 'https://example.org/good')),
    ).toEqual(['https://example.org/good']);
  });

  test('of images, of headings to themselves and of navigation are omitted', () => {
    const image = '<p><a href="https://example.org/image"><img src="x.png" alt="Bread"></a></p>';
    const nav = '<nav><a href="https://example.org/nav">Next</a></nav>';
    expect(addresses(`<h2 id="a">A</h2>${image}${nav}${LINK}`)).toEqual(['https://example.org/']);
    expect(JSON.stringify(courseIn(coursePage('tables')))).not.toContain('lastmod');
  });

  test('in a heading belong to its section', () => {
    expect(courseWith(`<h2 id="a"><a href="https://example.org/a">Bread</a></h2>`).sections).toMatchObject([
      { title: 'Bread', resources: [{ title: 'Bread', address: 'https://example.org/a' }] },
    ]);
  });

  test('have different ids', () => {
    const hrefs = [
      '/handbook/rye/bread/',
      '/handbook/wheat/bread/',
      '/handbook/rye/#bread',
      'https://example.org/1',
    ];
    const html = hrefs.map((href) => `<p><a href="${href}">Bread</a></p>`).join('');
    expect(resourcesOf(courseWith(html)).map(({ id }) => id)).toEqual([
      'bread',
      'wheat-bread',
      'rye-bread',
      expect.stringMatching(/^bread-\w+$/),
    ]);
    expect(resourcesOf(courseWith('<p><a href="https://example.org/">パン</a></p>'))[0]?.id).toMatch(
      /^resource-\w+$/,
    );
  });
});

test('the course’s id is made of its page’s whole path', () => {
  expect(courseIdOf('https://handbook.gitlab.com/handbook/values/')).toBe('values');
  expect(courseIdOf('https://handbook.gitlab.com/handbook/bakery/tasters/')).toBe('bakery-tasters');
  expect(courseIdOf('https://internal.gitlab.com/handbook/values/')).toMatch(
    /^internal-gitlab-com-values-\w+$/,
  );
  expect(courseIdOf(`https://handbook.gitlab.com/handbook/${'long/'.repeat(50)}`)).toMatch(/^(long-)+\w+$/);
  expect(courseIdOf('https://handbook.gitlab.com/handbook/')).toMatch(/^course-\w+$/);
});
