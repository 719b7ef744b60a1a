import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import { type Course, resourcesOf } from '../../../courses/course.ts';
import { LONGEST, MOST } from '../../../courses/limits.ts';
import { LINK_REASON } from '../../../courses/pack.ts';
import { readPack } from '../../../courses/read-pack.ts';

const pathway = builtInCourses[0] as Course;

function refusalsOf(change: (course: Course) => void) {
  const course = structuredClone(pathway);
  change(course);
  const read = readPack(course);
  return 'refusals' in read ? read.refusals : [];
}

const firstResource = (course: Course) => resourcesOf(course)[0] as { title: string; address: string };

describe('a pack from a file', () => {
  test.each(builtInCourses.map((course) => [course.id, course] as const))(
    '%s is taken as it is',
    (_, course) => {
      expect(readPack(course)).toEqual({ course });
    },
  );

  test.each([
    ['javascript:alert(1)', LINK_REASON],
    ['JavaScript:alert(1)//https://', LINK_REASON],
    ['data:text/html,<script>alert(1)</script>', LINK_REASON],
    ['http://example.org/', LINK_REASON],
    [' https://example.org/', LINK_REASON],
    ['//example.org/', LINK_REASON],
    ['https://', 'a link is a full address'],
  ])('with the link %j is refused at its place', (address, reason) => {
    const refusals = refusalsOf((course) => {
      firstResource(course).address = address;
    });
    expect(refusals).toContainEqual(
      expect.objectContaining({ place: 'sections.1.resources.0.address', reason }),
    );
  });

  test.each([
    ['missing', 'edition', undefined],
    ['unknown', 'html', '<b>'],
    ['type', 'title', 7],
    ['empty', 'title', ''],
    ['long', 'title', 'x'.repeat(100_000)],
    ['id', 'id', 'Not An Id'],
    ['link', 'address', 'http://example.org/'],
  ])('what is wrong is of a kind that can be told in every language: %s', (kind, place, value) => {
    const refusals = refusalsOf((course) => {
      Object.assign(course, { [place]: value });
      if (value === undefined) delete (course as unknown as Record<string, unknown>)[place];
    });
    expect(refusals).toContainEqual(expect.objectContaining({ place, kind }));
  });

  test.each(['\u202egnp.exe', 'a\u2066b', 'a\u0000b', 'one\ntwo'])(
    'with characters that are not seen is refused: %j',
    (title) => {
      const refusals = refusalsOf((course) => {
        firstResource(course).title = title;
      });
      expect(refusals).toEqual([
        { place: 'sections.1.resources.0.title', reason: 'the text contains invisible characters' },
      ]);
    },
  );

  test('with markup in a title is accepted as text', () => {
    const title = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    expect(
      refusalsOf((course) => {
        firstResource(course).title = title;
      }),
    ).toEqual([]);
  });

  test('above its limits is refused', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        id: `r-${at}`,
        title: 'x',
        address: `https://example.org/${at}`,
      }));
    const section = (at: number, count: number) => ({
      id: `s-${at}`,
      title: 'x',
      anchor: '',
      resources: many(count).map((each) => ({ ...each, id: `${each.id}-${at}` })),
    });
    expect(refusalsOf((course) => course.sections.push(section(0, MOST.resources)))).toEqual([]);
    expect(refusalsOf((course) => course.sections.push(section(0, MOST.resources + 1)))[0]?.place).toBe(
      'sections.5.resources',
    );
    expect(
      refusalsOf((course) => course.sections.push(section(0, MOST.resources), section(1, MOST.resources)))[0]
        ?.reason,
    ).toContain(`more than ${MOST.resourcesInAll}`);
    expect(
      refusalsOf((course) => {
        course.title = 'x'.repeat(LONGEST.text + 1);
      })[0]?.place,
    ).toBe('title');
    expect(refusalsOf((course) => course.sections.push(section(0, 100_000)))[0]?.place).toBe(
      'sections.5.resources',
    );
  });

  test('with many errors gets the first ones', () => {
    expect(refusalsOf((course) => Object.assign(course, { sections: new Array(1000).fill(5) })).length).toBe(
      50,
    );
  });

  test('that contains itself is refused', () => {
    const cycle: Record<string, unknown> = { ...pathway };
    cycle.sections = [cycle];
    expect('refusals' in readPack(cycle)).toBe(true);
  });

  test('that isn’t an object is refused', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect('refusals' in readPack(data)).toBe(true);
      }),
    );
  });

  test('with a wrong type anywhere is refused with the place', () => {
    const places: (string | number)[][] = [];
    const visit = (value: unknown, path: (string | number)[]) => {
      if (path.length > 0) places.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, each] of Object.entries(value))
        visit(each, [...path, Array.isArray(value) ? Number(key) : key]);
    };
    visit(pathway, []);
    const strange = fc.constantFrom<unknown>(
      null,
      0,
      Number.NaN,
      'no such thing\u0000',
      [[]],
      { length: 1 },
      () => 1,
      Symbol('x'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), strange, (path, value) => {
        const course = structuredClone(pathway) as unknown as Record<string | number, unknown>;
        const parent = path
          .slice(0, -1)
          .reduce((at, key) => at[key] as Record<string | number, unknown>, course);
        const last = path.at(-1) as string | number;
        parent[last] = value;
        const read = readPack(course);
        const found = 'refusals' in read ? read.refusals.map(({ place }) => place) : [];
        expect(found.some((place) => place.startsWith(path.join('.')))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
