import { describe, expect, test } from 'vitest';
import { currentCatalog } from '../../../../catalog/course-index.ts';
import { readingPlace } from '../../../../components/state/reading-place.ts';
import { placesRead, resumeIn } from '../../../../components/state/resume.ts';
import type { ShownPage } from '../../../../components/state/shown-page.ts';
import { type Course, resourcesOf } from '../../../../courses/course.ts';
import type { Match } from '../../../../courses/match.ts';
import type { Place } from '../../../../courses/status.ts';
import { pageOf } from '../../../../sites/address.ts';

const catalog = currentCatalog();
const course = catalog.courses[0] as Course;
const section = course.sections[0] as Course['sections'][number];
const resources = resourcesOf(course).filter(
  ({ address, gone }) => !gone && address.startsWith('https://handbook.gitlab.com/'),
);
const [first, second] = resources as [(typeof resources)[number], (typeof resources)[number]];
const HOME = 'https://handbook.gitlab.com/handbook/';

const at = (url: string, more: object = {}): ShownPage =>
  ({
    tab: { id: 1, url },
    address: pageOf(url),
    fresh: true,
    info: { url, kind: 'content', title: 'T', headings: [{ id: 'h', level: 2, text: 'H' }], reading: null },
    ...more,
  }) as ShownPage;
const matchOf = (resource: typeof first): Match => ({
  course,
  section,
  resource,
  reason: 'page',
  resources: [resource],
});
const resume = (shown: ShownPage, read: Place | undefined, progress: object = {}) =>
  resumeIn(catalog, course, shown, read, { place: undefined, lastVisit: undefined, ...progress });

describe('where the reader was in this panel', () => {
  test('is the latest page of each course, as the course calls it', () => {
    const read = placesRead(new Map(), at(first.address), matchOf(first));
    expect(read.get(course.id)).toEqual({ title: first.title, address: first.address });
    expect(placesRead(read, at(HOME), undefined)).toBe(read);
    expect(placesRead(read, at(first.address), matchOf(first))).toBe(read);
    expect(placesRead(read, at(second.address), matchOf(second)).get(course.id)?.title).toBe(second.title);
  });

  test('is kept without what may be a credential', () => {
    const read = placesRead(new Map(), at(`${pageOf(first.address)}?token=s3cret`), matchOf(first));
    expect(read.get(course.id)?.address).not.toContain('s3cret');
  });

  test('is no page that is missing, and none before its document has said so', () => {
    for (const info of [undefined, { kind: 'missing' }])
      expect(placesRead(new Map(), at(first.address, { info }), matchOf(first)).size).toBe(0);
  });
});

describe('the way back', () => {
  const read = { title: 'A read page', address: first.address };
  const saved = { title: 'Saved', address: second.address, words: 'some words' };
  const lastVisit = { resource: second.id, time: 1 };

  test('leads to where the reader was in this panel, else where it was saved, else to the last visit', () => {
    expect(resume(at(HOME), read, { place: saved, lastVisit })).toEqual(read);
    expect(resume(at(HOME), undefined, { place: saved, lastVisit })?.title).toBe(second.title);
    expect(resume(at(HOME), undefined, { lastVisit })?.address).toBe(second.address);
    expect(resume(at(HOME), undefined)).toBeUndefined();
  });

  test('leads to the saved words of the page that was read', () => {
    const place = { title: 'Saved', address: first.address, words: 'some words' };
    expect(resume(at(HOME), read, { place })?.address).toContain('some%20words');
  });

  test('is not shown on that very page', () => {
    expect(resume(at(first.address), read)).toBeUndefined();
  });
});

describe('the place that is saved', () => {
  test('names the heading that is read', () => {
    const { info } = at(first.address);
    const shown = at(first.address, { info: { ...info, reading: 'h' } });
    expect(readingPlace(shown, matchOf(first))).toMatchObject({
      course: course.id,
      title: 'T · H',
      address: `${pageOf(first.address)}#h`,
    });
    expect(readingPlace(at(first.address), matchOf(first))?.title).toBe('T');
  });

  test('is in a section of a course, on a page that its document has described', () => {
    expect(readingPlace(at(first.address), undefined)).toBeUndefined();
    expect(readingPlace(at(first.address), { ...matchOf(first), section: undefined })).toBeUndefined();
    expect(readingPlace(at(first.address, { fresh: false }), matchOf(first))).toBeUndefined();
    expect(readingPlace(at(first.address, { info: { kind: 'list' } }), matchOf(first))).toBeUndefined();
  });
});
