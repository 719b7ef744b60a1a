import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { selectedQuote } from '../../../../components/notes/selected-quote.ts';

describe('what is selected', () => {
  test.each([
    ['', ''],
    [' \n\t ', ''],
    ['  A sentence  of the page. ', 'A sentence of the page.'],
    ['A heading\n\n\nand what stands\n below it', 'A heading\nand what stands\nbelow it'],
    ['one cell\tanother cell', 'one cell\nanother cell'],
    ['a\u202eb\u0000c', 'abc'],
    ['כל אדם זכאי לחירות', 'כל אדם זכאי לחירות'],
  ])('%j is kept as %j', (selected, quote) => {
    expect(selectedQuote(selected)).toEqual({ quote, cut: false });
  });

  test('of 100 kB the first words are kept, the last of them whole', () => {
    const { quote, cut } = selectedQuote('some words '.repeat(10_000));
    expect(cut).toBe(true);
    expect(quote.length).toBeLessThanOrEqual(800);
    expect(quote).toMatch(/^(some words )+(some|some words)$/);
  });

  test('a cut goes through no letter', () => {
    expect(selectedQuote(`a${'😀'.repeat(1000)}`).quote).toMatch(/^a(?:😀)+$/u);
  });

  test('whatever it is, the quote is short, well-formed, and without what is not seen', () => {
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
