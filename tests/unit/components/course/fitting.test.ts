import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../../assets/courses/index.ts';
import { fitting } from '../../../../components/course/fitting.ts';

const sections = builtInCourses.flatMap((course) => course.sections.map((section) => ({ course, section })));
const countIn = (id: string, height: number, width = 360) => {
  const { course, section } = sections.find((each) => each.section.id === id) ?? sections[0] ?? {};
  if (!course || !section) throw new Error('there is no course');
  return fitting(course, section, undefined, { width, height }).size;
};

describe('the resources of a section that are shown first', () => {
  test('are the first five, or all if there are no more', () => {
    for (const { course, section } of sections) {
      const shown = fitting(course, section, undefined, { width: 360, height: 300 });
      expect([...shown]).toEqual(section.resources.slice(0, 5));
    }
  });

  test('are all where they fit, which depends on the height and the width of the panel', () => {
    expect(countIn('product-knowledge', 700)).toBe(5);
    expect(countIn('product-knowledge', 2000)).toBe(16);
    expect(countIn('strategy', 900)).toBe(8);
    expect(countIn('strategy', 900, 180)).toBe(5);
  });

  test('always have the current one among them', () => {
    const { course, section } = sections.find((each) => each.section.id === 'product-knowledge') ?? {};
    const last = section?.resources.at(-1);
    if (!course || !section || !last) throw new Error('there is no such section');
    const shown = [...fitting(course, section, last, { width: 360, height: 700 })];
    expect(shown).toHaveLength(6);
    expect(shown.at(-1)).toBe(last);
  });
});
