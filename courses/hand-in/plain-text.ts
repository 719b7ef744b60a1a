import { withoutInvisible } from '../../text/invisible.ts';

/**
 * Texts of others (titles, quotes, the reader's words) in Markdown for GitLab, where they are to be read as they are and do
 * nothing. Three things see to that:
 *
 * 1. Before a sign that can mean something stands a backslash. CommonMark takes it for itself then, and GitLab sets the signs
 *    of its references (`$ % # & @ ! ~ ^ :`) apart, so that none is found: `lib/banzai/filter/markdown_engines/glfm_markdown.rb`
 *    in its source, `only_escape_chars`. @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 * 2. Some of what GitLab looks for it finds in the rendered text, whatever was escaped: in older versions emoji, bare addresses
 *    and more, in all of them commits, inline diffs, `[vulnerability:1]`. It never looks in code (`ignore_ancestor_query` in
 *    `lib/banzai/filter/references/reference_filter.rb`): a run of letters and signs in which one of these is, stands in a code span.
 *    So does a mention, since by that somebody would be told.
 * 3. A quick action is a line that begins with `/`, in a paragraph that is in no list and no quote
 *    (`lib/banzai/filter/quick_action_filter.rb`). No line begins so, and no text of others begins such a paragraph.
 *    @see https://docs.gitlab.com/user/project/quick_actions/
 */

/** A colon means nothing before a space. */
const SIGNS = /[!#$%&*+<=>@[\\\]^_`{|}~]|:(?!$)/g;

/** What GitLab may find in rendered text; `[TOC]` is not here, since that it finds in code, too. */
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

/** `text` as the lines that it has; a line that shows nothing is none. Half a surrogate pair becomes U+FFFD. */
export function linesOf(text: string): string[] {
  return text
    .toWellFormed()
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => withoutInvisible(line).replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

/** One line of text as Markdown, where it may also begin a block: see above. Line breaks in it become spaces. */
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

/** A link to `address` with this text. What would end the address, or mean something in it, is encoded. */
export function link(text: string, address: string): string {
  const target = address
    .toWellFormed()
    .replace(/[^!-~]/gu, encodeURIComponent)
    .replace(/[()<>\\`"]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
    .replaceAll('&', '\\&');
  // At the start of a block `[` and the next `]:` make a definition, in code, too. Nor does GitLab look in links for most of it.
  const label = inMarkdown(text, (run) => FOUND.test(run) && !run.includes(']'));
  return `[${label}](${target})`;
}
