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

describe('the mended line of a link', () => {
  test('has the path alone on the course’s own host, the whole address elsewhere', () => {
    expect(lineOf({})).toBe('- [A page](/handbook/a/#b)');
    expect(lineOf({ address: 'https://www.example.com/a/' })).toBe('- [A page](https://www.example.com/a/)');
  });

  test('of a page that is gone has no link', () => {
    expect(lineOf({ gone: true })).toBe('- A page');
  });

  test('keeps signs of Markdown as text, and the address whole', () => {
    expect(lineOf({ title: 'a [b](c) *d* _e_ `f` <g>' })).toBe(
      '- [a \\[b\\](c) \\*d\\* \\_e\\_ \\`f\\` \\<g\\>](/handbook/a/#b)',
    );
    expect(lineOf({ address: 'https://www.example.com/a_(b)/' })).toBe(
      '- [A page](https://www.example.com/a_%28b%29/)',
    );
  });
});
