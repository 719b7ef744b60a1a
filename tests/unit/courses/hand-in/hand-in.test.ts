import { describe, expect, test } from 'vitest';
import { resourcesOf } from '../../../../courses/course.ts';
import { handInOf } from '../../../../courses/hand-in/hand-in.ts';
import { handInMarkdown } from '../../../../courses/hand-in/markdown.ts';
import { t } from '../../../texts.ts';
import { choiceOf, course, JUNE, labels, noteOf, PAGE } from './samples.ts';

const [one, two] = course.sections;
const namesOf = (parts: ReturnType<typeof handInOf>['parts']) =>
  parts.map(({ title, objectives, resources }) => [
    title,
    ...[...objectives, ...resources].map(({ id }) => id),
  ]);

describe('what is handed in of a course', () => {
  test('is every objective once: with the first section that serves it, or with the course', () => {
    const { parts, ticked } = handInOf(choiceOf({ completed: new Map([['both', JUNE]]) }));
    expect(namesOf(parts)).toEqual([
      ['A course', 'none'],
      ['One', 'first', 'both'],
    ]);
    expect(ticked).toEqual({ done: 1, total: 3 });
  });

  test('is of one section all that it serves', () => {
    const { parts, ticked } = handInOf(choiceOf({ completed: new Map([['first', JUNE]]) }, { section: two }));
    expect(namesOf(parts)).toEqual([['Two', 'both']]);
    expect(ticked).toEqual({ done: 0, total: 1 });
  });

  test('is also what was visited or has a note, in a section that serves no objective, too', () => {
    const visited = new Map([
      ['a', '2026-06-01'],
      ['e', '2026-06-02'],
    ]);
    const notes = [noteOf({ about: { kind: 'resource', id: 'c' } })];
    const { parts } = handInOf(choiceOf({ visited, notes }));
    expect(namesOf(parts)).toEqual([
      ['A course', 'none'],
      ['One', 'first', 'both', 'a', 'c'],
      ['Three', 'e'],
    ]);
    expect(parts[1]?.read).toEqual({ done: 1, total: 2 });
  });

  test('has the notes where they belong, evidence first; none where the reader keeps them back', () => {
    const notes = [noteOf({ quote: 'later' }), noteOf({ quote: 'first', evidence: true })];
    const quotesIn = (withNotes: boolean) =>
      handInOf(choiceOf({ notes }, { withNotes })).parts[1]?.objectives[0]?.notes.map(({ quote }) => quote);
    expect(quotesIn(true)).toEqual(['first', 'later']);
    expect(quotesIn(false)).toEqual([]);
  });

  test('is also what was done of what the course does not have any more, in a part of its own', () => {
    const earlier = {
      objectives: [
        { id: 'old', text: 'Said long ago' },
        { id: 'older', text: 'Never said' },
      ],
      resources: [
        { id: 'noted', title: 'Noted', address: PAGE },
        { id: 'unread', title: 'Unread', address: PAGE },
      ],
    };
    const notes = [noteOf({ about: { kind: 'resource', id: 'noted' } })];
    const done = { completed: new Map([['old', JUNE]]), notes };
    const { parts, ticked } = handInOf(choiceOf(done, { course: { ...course, earlier } }));
    expect(namesOf(parts).at(-1)).toEqual([t('living.earlier'), 'old', 'noted']);
    expect(ticked).toEqual({ done: 0, total: 3 });
    const text = handInMarkdown(handInOf(choiceOf(done, { course: { ...course, earlier } })), labels);
    expect(text).toContain(
      `### ${t('living.earlier')}\n\n- [x] Said long ago (${JUNE})\n\n- [Noted](${PAGE})\n\n  - > We`,
    );
    expect(namesOf(handInOf(choiceOf({}, { course: { ...course, earlier } })).parts)).toHaveLength(2);
    const ofSection = handInOf(choiceOf(done, { course: { ...course, earlier }, section: one }));
    expect(namesOf(ofSection.parts)).toEqual([['One', 'first', 'both']]);
  });

  test('of a course in which nothing was done is its objectives; of a section without any, nothing', () => {
    expect(handInOf(choiceOf({}, { section: one })).parts).toHaveLength(1);
    expect(handInOf(choiceOf({}, { section: course.sections[2] })).parts).toEqual([]);
  });
});

test('the task list is as one would write it by hand', () => {
  const done = {
    completed: new Map([['first', JUNE]]),
    visited: new Map([
      ['a', '2026-06-01'],
      ['b', '2026-06-02'],
    ]),
    notes: [
      noteOf({ quote: 'We share by default.\nAll of us.', text: 'So do I.', evidence: true }),
      noteOf({ quote: '', address: '', title: '', text: 'Another.' }),
      noteOf({
        quote: '',
        address: '',
        title: '',
        text: 'Read it twice.',
        about: { kind: 'resource', id: 'a' },
      }),
    ],
  };
  expect(handInMarkdown(handInOf(choiceOf(done)), labels)).toBe(`## [A course](${course.address})

${labels.audience('Everybody')} · ${labels.edition('2026-08')} · ${labels.ticked({ done: 1, total: 3 })}

- [ ] Say hello

### [One](${course.address}#one)

- [x] Say what it is (2026-06-01)

  - ${labels.evidence}

    > We share by default.
    >
    > All of us.
    >
    > — [GitLab Values](${PAGE}#:~:text=We%20share%20by%20default.,All%20of%20us.)

    So do I.

  - Another.
- [ ] Say why

${labels.read({ done: 1, total: 2 })}

- [Values](${PAGE}) (2026-06-01)

  - Read it twice.
- Gone (2026-06-02)
`);
});

test('the badge of the whole course stands below it as lines that can be checked, not below a section, and not without the quotes that may be in it', () => {
  const badge = { audience: choiceOf({}).audience.id, day: '2026-06-02', jwt: 'eyJh.eyJi.c2ln' };
  const whole = handInOf(choiceOf({ badge }));
  const lines = `${labels.badge('2026-06-02')}\n\n\`\`\`text\neyJh.eyJi.c2ln\n\`\`\`\n`;
  expect(handInMarkdown(whole, labels).slice(-lines.length)).toBe(lines);
  expect(handInOf(choiceOf({ badge: { ...badge, audience: 'others' } })).badge).toBeUndefined();
  expect(handInOf({ ...choiceOf({ badge }), section: course.sections[0] }).badge).toBeUndefined();
  expect(handInOf({ ...choiceOf({ badge }), withNotes: false }).badge).toBeUndefined();
  // Nothing that is no credential gets there.
  const odd = handInOf(choiceOf({ badge: { ...badge, jwt: '```\n/close' } }));
  expect(handInMarkdown(odd, labels)).not.toContain('/close');
});

test('no address that is handed in has a credential in it', () => {
  const dirty = (address: string) => `${address}?token=s3cret&a=1`;
  const ofBefore = {
    ...course,
    address: dirty(course.address),
    sections: course.sections.map((section) => ({
      ...section,
      resources: section.resources.map((each) => ({ ...each, address: dirty(each.address) })),
    })),
  };
  const visited = new Map(resourcesOf(ofBefore).map(({ id }) => [id, JUNE]));
  const notes = [noteOf({ address: dirty(PAGE) })];
  const handedIn = handInMarkdown(handInOf(choiceOf({ visited, notes }, { course: ofBefore })), labels);
  expect(handedIn).not.toContain('s3cret');
  expect(handedIn).toContain(`${PAGE}?a=1`);
});
