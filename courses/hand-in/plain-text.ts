import { withoutInvisible } from '../../text/invisible.ts';

/**
 * Writes titles, quotes and the reader's text as Markdown for GitLab, so that they are shown literally and trigger nothing:
 *
 * 1. Punctuation that can mean something gets a backslash. CommonMark then shows it literally, and GitLab marks the characters
 *    of its references (`$ % # & @ ! ~ ^ :`) as escaped, so that they are not found: `only_escape_chars` in
 *    `lib/banzai/filter/markdown_engines/glfm_markdown.rb`. @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 * 2. GitLab looks for some things in the rendered text, where escapes no longer help: in older versions for emoji, bare addresses
 *    and more, in all versions for commits, inline diffs and `[vulnerability:1]`. It never looks in code (`ignore_ancestor_query` in
 *    `lib/banzai/filter/references/reference_filter.rb`), so a run of letters and punctuation with one of these becomes a code span.
 *    So does a mention, because it would notify somebody.
 * 3. A quick action is a line that begins with `/`, in a paragraph outside lists and quotes
 *    (`lib/banzai/filter/quick_action_filter.rb`). No line begins with `/`, and no such paragraph begins with these texts.
 *    @see https://docs.gitlab.com/user/project/quick_actions/
 */

/** A colon has no meaning before a space. */
const SIGNS = /[!#$%&*+<=>@[\\\]^_`{|}~]|:(?!$)/g;

/** What GitLab may find in rendered text. `[TOC]` is handled separately, because GitLab finds it in code, too. */
const FOUND = new RegExp(
  [
    '@', // mentions, mail
    '://|[Ww]{3}\\.', // addresses
    ':[\\w+-]+:', // emoji
    '(?<![\\dA-Za-z])[\\dA-Fa-f]{7,40}(?![\\dA-Za-z])', // commits
    '[A-Z][A-Z\\d_]*-\\d', // issues in other trackers
    '\\[\\w+:|\\*iteration:', // references with a name
    '[[{][+-]|[+-][\\]}]', // inline diffs
    '\\w/[\\w./-]*>', // projects
  ].join('|'),
);

function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$/.test(text) ? ' ' : '';
  return fence + padding + text + padding + fence;
}

const escaped = (text: string) => text.replace(SIGNS, '\\$&');

/** Returns the lines of `text` that have visible characters. Half a surrogate pair becomes U+FFFD. */
export function linesOf(text: string): string[] {
  return text
    .toWellFormed()
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => withoutInvisible(line).replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

/** Returns `text` as one line of Markdown that is also safe at the beginning of a block (see above). Line breaks become spaces. */
export function plainText(text: string): string {
  return inMarkdown(text, (run) => FOUND.test(run));
}

function inMarkdown(text: string, asCode: (run: string) => boolean): string {
  return linesOf(text)
    .join(' ')
    .replace(/[!-~]+/g, (run) => {
      if (/^\[toc\]$/i.test(run)) return `\\[${code(run.slice(1, -1))}\\]`;
      return asCode(run) ? code(run) : escaped(run);
    })
    .replace(/^[-/:]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Returns a Markdown link to `address` with this text. Characters that would end the address, or mean something in it, are encoded. */
export function link(text: string, address: string): string {
  const target = address
    .toWellFormed()
    .replace(/[^!-~]/gu, encodeURIComponent)
    .replace(/[()<>\\`"]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
    .replaceAll('&', '\\&');
  // At the start of a block, `[` and the next `]:` make a definition, in code, too. GitLab looks for little else in links.
  const label = inMarkdown(text, (run) => FOUND.test(run) && !run.includes(']'));
  return `[${label}](${target})`;
}
