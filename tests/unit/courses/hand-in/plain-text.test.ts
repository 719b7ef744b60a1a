import { describe, expect, test } from 'vitest';
import { plainText } from '../../../../courses/hand-in/plain-text.ts';

describe('text by others in Markdown', () => {
  test.each([
    ['/close', '\\/close'],
    ['Ask @all of them', 'Ask `@all` of them'],
    ['see #1, !2, ~bug, %"Big one", $3, &4', 'see \\#1, \\!2, \\~bug, \\%"Big one", \\$3, \\&4'],
    ['</details>', '\\</details\\>'],
    ['in deadbeef', 'in `deadbeef`'],
    ['a :smile: at https://example.com/a', 'a `:smile:` at `https://example.com/a`'],
    ['[TOC]', '\\[`TOC`\\]'],
    ['`@all``', '``` `@all`` ```'],
    ['1. First', '1\\. First'],
    ['- not a list', '\\- not a list'],
    [
      "It’s fine, really: “so” (it is) – 100 % sure; isn't it?",
      "It’s fine, really: “so” (it is) – 100 \\% sure; isn't it?",
    ],
  ])('%s', (quote, line) => {
    expect(plainText(quote)).toBe(line);
  });
});
