import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { linesOf, link, plainText } from '../../courses/hand-in/plain-text.ts';
import { all, itemsOf, parsed } from '../unit/courses/hand-in/read-back.ts';
import { wildText } from '../unit/courses/hand-in/samples.ts';
import { mutatedText } from './mutated-text.ts';
import { fuzzTarget } from './target.ts';

/** The longest text that is stored. */
const cut = (text: string) => text.slice(0, 2000);

/** Text by other people in a hand-in: it is shown literally, and nothing else. */
export const markdown = fuzzTarget({
  name: 'Markdown that is handed in',
  any: fc.tuple(mutatedText(wildText(300)).map(cut), mutatedText(wildText(100)).map(cut)),
  accepts([text, path]) {
    const seen = linesOf(text).join(' ');
    const [line, title] = [plainText(text), link(text, `https://example.org/${path}`)];
    assert.doesNotMatch(line + title, /[\r\n]/);
    const root = parsed(`- [ ] x ${line}\n`);
    assert.deepEqual(
      itemsOf(root).map((item) => item.text),
      [seen ? `x ${seen}` : 'x'],
    );
    assert.ok(
      !all(root).some(({ type }) => /html|link|image|emphasis|strong|delete|footnote|definition/i.test(type)),
    );
    const targets = all(parsed(`x ${title}\n`)).flatMap((each) => (each.type === 'link' ? [each.url] : []));
    assert.ok(targets.every((target) => target.startsWith('https://example.org/')) && targets.length === 1);
    return true;
  },
});
