import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closestHeading } from '../../../sites/closest-heading.ts';
import type { Heading } from '../../../sites/site.ts';

const headings: Heading[] = [
  { id: 'business-model', level: 2, text: 'Business model' },
  { id: 'what-open-source-gains', level: 2, text: 'What open source gains from open core' },
  { id: 'promises-1', level: 3, text: 'Promises' },
];

describe('the closest heading to a removed one', () => {
  test.each([
    ['how-open-source-benefits-from-open-core', '', 'what-open-source-gains'],
    ['promises', '', 'promises-1'],
    ['h-1234', 'GitLab’s promises', 'promises-1'],
    ['our-business-models', '', 'business-model'],
  ])('for #%s (%s) is #%s', (anchor, title, id) => {
    expect(closestHeading(anchor, title, headings)?.id).toBe(id);
  });

  test('is undefined if no words are shared', () => {
    expect(closestHeading('transparency', 'Transparency', headings)).toBeUndefined();
    expect(closestHeading('', '', headings)).toBeUndefined();
    expect(closestHeading('anything', '', [])).toBeUndefined();
  });

  test('is one of the headings or undefined, for any words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (anchor, title) => {
        const found = closestHeading(anchor, title, headings);
        expect(found === undefined || headings.includes(found)).toBe(true);
      }),
    );
  });
});
