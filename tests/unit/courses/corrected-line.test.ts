import { describe, expect, test } from 'vitest';
import { correctedLine } from '../../../courses/corrected-line.ts';
import type { Resource } from '../../../courses/course.ts';
import { courseOf } from '../../fixtures/courses.ts';

const course = courseOf('a', 'https://handbook.gitlab.com/handbook/course/', []);
const lineOf = (resource: Partial<Resource>) =>
  correctedLine(course, {
    id: 'x',
    title: 'A page',
    address: 'https://handbook.gitlab.com/handbook/a/#b',
    ...resource,
  });

describe('the corrected line of a link', () => {
  test('has only the path on the course’s own host, and the full address elsewhere', () => {
    expect(lineOf({})).toBe('- [A page](/handbook/a/#b)');
    expect(lineOf({ address: 'https://www.example.com/a/' })).toBe('- [A page](https://www.example.com/a/)');
  });

  test('has no link for a removed page', () => {
    expect(lineOf({ gone: true })).toBe('- A page');
  });

  test('escapes Markdown characters in the title, and keeps the whole address', () => {
    expect(lineOf({ title: 'a [b](c) *d* _e_ `f` <g>' })).toBe(
      '- [a \\[b\\](c) \\*d\\* \\_e\\_ \\`f\\` \\<g\\>](/handbook/a/#b)',
    );
    expect(lineOf({ address: 'https://www.example.com/a_(b)/' })).toBe(
      '- [A page](https://www.example.com/a_%28b%29/)',
    );
  });
});
