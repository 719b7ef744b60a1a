import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { selectedQuote } from '../../../../components/notes/selected-quote.ts';

describe('the quote of a selection', () => {
  test.each([
    ['', ''],
    [' \n\t ', ''],
    ['  A sentence  of the page. ', 'A sentence of the page.'],
    ['A heading\n\n\nand what stands\n below it', 'A heading\nand what stands\nbelow it'],
    ['one cell\tanother cell', 'one cell\nanother cell'],
    ['a\u202eb\u0000c', 'abc'],
    ['כל אדם זכאי לחירות', 'כל אדם זכאי לחירות'],
  ])('of %j is %j', (selected, quote) => {
    expect(selectedQuote(selected)).toEqual({ quote, cut: false });
  });

  test('of 100 kB is cut after a whole word', () => {
    const { quote, cut } = selectedQuote('some words '.repeat(10_000));
    expect(cut).toBe(true);
    expect(quote.length).toBeLessThanOrEqual(800);
    expect(quote).toMatch(/^(some words )+(some|some words)$/);
  });

  test('is never cut within a character', () => {
    expect(selectedQuote(`a${'😀'.repeat(1000)}`).quote).toMatch(/^a(?:😀)+$/u);
  });

  test('is short, well-formed and without invisible characters, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (selected) => {
        const { quote } = selectedQuote(selected);
        expect(quote.length).toBeLessThanOrEqual(800);
        expect(quote.isWellFormed()).toBe(true);
        expect(quote).toBe(quote.trim());
        expect(quote).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069](?<!\n)/u);
        expect(selectedQuote(quote)).toEqual({ quote, cut: false });
      }),
    );
  });
});
