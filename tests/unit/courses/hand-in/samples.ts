import fc from 'fast-check';
import type { Course, Objective } from '../../../../courses/course.ts';
import type { DoneInCourse, HandInChoice, SavedNote } from '../../../../courses/hand-in/hand-in.ts';
import type { HandInLabels } from '../../../../courses/hand-in/markdown.ts';
import { quotedAddress } from '../../../../sites/quote.ts';
import { t } from '../../../texts.ts';

export const PAGE = 'https://handbook.gitlab.com/handbook/values/';
export const JUNE = '2026-06-01';

const objectives: Objective[] = [
  { id: 'first', text: 'Say what it is', sections: ['one'] },
  { id: 'both', text: 'Say why', sections: ['one', 'two'] },
  { id: 'none', text: 'Say hello', sections: [] },
];

/** A course of three sections, the last of which serves no objective. */
export const course = {
  id: 'course',
  edition: '2026-08',
  title: 'A course',
  address: 'https://handbook.gitlab.com/handbook/course/',
  audiences: [{ id: 'all', title: 'Everybody', objectives }],
  sections: [
    {
      id: 'one',
      title: 'One',
      anchor: 'one',
      resources: [
        { id: 'a', title: 'Values', address: PAGE },
        { id: 'b', title: 'Gone', address: `${PAGE}b/`, gone: true },
        { id: 'c', title: 'Not read', address: `${PAGE}c/` },
      ],
    },
    { id: 'two', title: 'Two', anchor: 'two', resources: [{ id: 'd', title: 'D', address: `${PAGE}d/` }] },
    { id: 'three', title: 'Three', anchor: '', resources: [{ id: 'e', title: 'E', address: `${PAGE}e/` }] },
  ],
} satisfies Course;

export const labels: HandInLabels = {
  edition: (month) => t('handIn.edition', [month]),
  audience: (title) => t('handIn.audience', [title]),
  ticked: ({ done, total }) => t('course.objectives', [done, total]),
  read: ({ done, total }) => t('handIn.read', [done, total]),
  evidence: t('handIn.evidence'),
  badge: (day) => t('handIn.badge', [day]),
};

export const noteOf = (note: Partial<SavedNote> = {}): SavedNote => ({
  about: { kind: 'objective', id: 'first' },
  text: '',
  quote: 'We share by default',
  address: PAGE,
  title: 'GitLab Values',
  evidence: false,
  ...note,
});

/** A choice of the whole course, with what was done in it. */
export const choiceOf = (done: Partial<DoneInCourse>, more: Partial<HandInChoice> = {}): HandInChoice => ({
  course,
  audience: course.audiences[0] as HandInChoice['audience'],
  done: { completed: new Map(), visited: new Map(), notes: [], ...done },
  withNotes: true,
  earlier: t('living.earlier'),
  linkTo: ({ address, quote }) => quotedAddress(address, quote),
  ...more,
});

/** What somebody may have written to be more than text, in Markdown, HTML and GitLab's own. */
const SNIPPETS =
  '/close|/assign @all|@all|@group/team|#1|!1|~bug|~"a label"|%milestone|%"Big one"|$1|&1|^alert#1|*iteration:1|[vulnerability:1]|' +
  '[wiki_page:home]|group/project>|group/project#1|deadbeef|9ba12248b19a04f5f|JIRA-123|:smile:|:+1:|https://example.com/a|www.example.com|' +
  'a@example.com|mailto:a@example.com|</details>|<details>|<summary>|<!--|-->|<b>|<script>|<?php|<![CDATA[|&lt;|&#64;all|&copy;|`|``|```|' +
  '```js|~~~|~~|**|*|_|__|- [ ] task|- [x] done|- |+ |* |1. |10) |# |## |###### |=|===|---|***|___|> |>>>|[toc]|[[_TOC_]]|[[wiki]]|[a](b)|' +
  '![a](b)|[a]: b|]:|]:@x|[^1]|[^1]: note|](javascript:alert(1))|)|(|[|]|\\|\\\\|$x$|$$|$`x`$|{{|}}|{% raw %}|%{project_name}|{+ a +}|{- a -}|[- a -]|' +
  '| a \u007c b |\u007c-\u007c-\u007c|::include{file=x}|:::|; --|"|\'|\u202e|\u2066|\u200f|\u0000|\u001b|\ud800|\udc00|\ud83d\ude00|\u2028|\u00a0|\t|    | |  |日本語|عربي|word|two words';

const snippet = fc.constantFrom(...SNIPPETS.split('|'), '|', '|--|', '---\ntitle: x\n---');

/** Text of at most `longest` characters that does what it can to be more than text, in several lines. */
export const wildText = (longest: number) =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: snippet },
        { weight: 2, arbitrary: fc.constantFrom('\n', '\r\n', ' ', '\r') },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
        { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('').slice(0, longest));
