import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../../assets/courses/index.ts';
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

describe('the hand-in of a course', () => {
  test('has every objective once: in the section that serves it best, or in the course', () => {
    const { parts, ticked } = handInOf(choiceOf({ completed: new Map([['both', JUNE]]) }));
    expect(namesOf(parts)).toEqual([
      ['A course', 'none'],
      ['One', 'first'],
      ['Two', 'both'],
    ]);
    expect(ticked).toEqual({ done: 1, total: 3 });
  });

  test('has an objective of sections that serve nothing else where there is the most to read', () => {
    const objectives = [{ id: 'shared', text: 'Shared', sections: ['two', 'one', 'three'] }];
    const of = (sections: typeof course.sections) =>
      namesOf(
        handInOf(
          choiceOf(
            {},
            { course: { ...course, sections }, audience: { id: 'all', title: 'All', objectives } },
          ),
        ).parts,
      );
    expect(of(course.sections)).toEqual([['One', 'shared']]);
    expect(of(course.sections.slice(1))).toEqual([['Two', 'shared']]);
  });

  test('has every objective of the built-in courses once, and every section in which something was read', () => {
    for (const each of builtInCourses)
      for (const audience of each.audiences) {
        const visited = new Map(resourcesOf(each).map(({ id }) => [id, JUNE]));
        const { parts } = handInOf(choiceOf({ visited }, { course: each, audience }));
        const handedIn = parts.flatMap(({ objectives }) => objectives.map(({ id }) => id));
        expect(handedIn.sort()).toEqual(audience.objectives.map(({ id }) => id).sort());
        const read = each.sections.filter(({ resources }) => resources.length > 0).map(({ id }) => id);
        expect(parts.map(({ id }) => id)).toEqual(expect.arrayContaining(read));
        const { sections } = each;
        const order = parts.map(({ id }) => sections.findIndex((section) => section.id === id));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }
  });

  test('has all objectives of a single section', () => {
    const { parts, ticked } = handInOf(choiceOf({ completed: new Map([['first', JUNE]]) }, { section: two }));
    expect(namesOf(parts)).toEqual([['Two', 'both']]);
    expect(ticked).toEqual({ done: 0, total: 1 });
  });

  test('has resources with a visit or note, also in a section without objectives', () => {
    const visited = new Map([
      ['a', '2026-06-01'],
      ['e', '2026-06-02'],
    ]);
    const notes = [noteOf({ about: { kind: 'resource', id: 'c' } })];
    const { parts } = handInOf(choiceOf({ visited, notes }));
    expect(namesOf(parts)).toEqual([
      ['A course', 'none'],
      ['One', 'first', 'a', 'c'],
      ['Two', 'both'],
      ['Three', 'e'],
    ]);
    expect(parts[1]?.read).toEqual({ done: 1, total: 2 });
  });

  test('has the notes with their objective or resource, evidence first, unless the reader leaves them out', () => {
    const notes = [noteOf({ quote: 'later' }), noteOf({ quote: 'first', evidence: true })];
    const quotesIn = (withNotes: boolean) =>
      handInOf(choiceOf({ notes }, { withNotes })).parts[1]?.objectives[0]?.notes.map(({ quote }) => quote);
    expect(quotesIn(true)).toEqual(['first', 'later']);
    expect(quotesIn(false)).toEqual([]);
  });

  test('has a separate part for items that are no longer in the course', () => {
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
    expect(namesOf(handInOf(choiceOf({}, { course: { ...course, earlier } })).parts)).toHaveLength(3);
    const ofSection = handInOf(choiceOf(done, { course: { ...course, earlier }, section: one }));
    expect(namesOf(ofSection.parts)).toEqual([['One', 'first', 'both']]);
  });

  test('has only objectives if nothing was done, and nothing for a section without any', () => {
    expect(handInOf(choiceOf({}, { section: one })).parts).toHaveLength(1);
    expect(handInOf(choiceOf({}, { section: course.sections[2] })).parts).toEqual([]);
  });
});

test('the task list looks like one written by hand', () => {
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

${labels.read({ done: 1, total: 2 })}

- [Values](${PAGE}) (2026-06-01)

  - Read it twice.
- Gone (2026-06-02)

### [Two](${course.address}#two)

- [ ] Say why
`);
});

test('the badge of the whole course is below it as lines that can be verified, but not below a section, and not without the quotes it may contain', () => {
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

test('no address in a hand-in has a credential', () => {
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
