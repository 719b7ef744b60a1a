import { signal } from '@preact/signals';
import { Window } from 'happy-dom';
import { h, render } from 'preact';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { builtInCourses } from '../../../../assets/courses/index.ts';
import type { CourseNotes } from '../../../../components/notes/note.ts';
import { objectivesOf, resourcesOf } from '../../../../courses/course.ts';
import type { Note } from '../../../../progress/records.ts';
import { t } from '../../../texts.ts';

vi.mock('#i18n', () => ({ i18n: { t } }));

const [course] = builtInCourses;
if (!course) throw new Error('there is no course');
const [objective] = objectivesOf(course);
const [resource] = resourcesOf(course);

const noteOn = (at: number, about: Note['about'], text: string): Note => ({
  ...{ id: `${at}`, about, text, quote: '', address: '', title: '', evidence: false, made: at },
});
const NOTES = [
  noteOn(1, { kind: 'resource', id: resource?.id ?? '' }, 'Read twice'),
  noteOn(2, { kind: 'objective', id: 'dropped' }, 'Old'),
  ...Array.from({ length: 30 }, (_, at) =>
    noteOn(at + 3, { kind: 'objective', id: objective?.id ?? '' }, `Thought ${at}`),
  ),
];

describe('my notes', () => {
  const window = new Window();
  const { document } = window;
  const edited: string[] = [];
  const all: CourseNotes = {
    all: NOTES,
    writable: true,
    linkOf: ({ address }) => address,
    onAdd: () => undefined,
    onEdit: (_, { text }) => void edited.push(text),
    onDelete: async () => undefined,
    onOpen: () => undefined,
  };

  beforeAll(async () => {
    vi.stubGlobal('document', document);
    const { provideNotes } = await import('../../../../components/state/notes.ts');
    provideNotes({ notes: signal(all), lostQuote: signal(undefined) });
  });
  afterAll(() => vi.unstubAllGlobals());
  beforeEach(async () => {
    const { MyNotes } = await import('../../../../components/notes/MyNotes.tsx');
    render(null, document.body as unknown as Element);
    render(h(MyNotes, { course, notes: NOTES }), document.body as unknown as Element);
  });

  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
  const shown = () => [...document.querySelectorAll('.note-item .words')].map((each) => each.textContent);
  const titles = () => [...document.querySelectorAll('h3')].map((each) => each.textContent);
  const ask = async (query: string) => {
    const field = document.querySelector('input');
    if (!field) throw new Error('there is no field');
    field.value = query;
    field.dispatchEvent(new window.Event('input', { bubbles: true }));
    await settled();
  };

  test('are below what they belong to, the first twenty at first, and more on request', async () => {
    expect(titles()).toEqual([objective?.text]);
    expect(shown()).toHaveLength(20);
    const more = [...document.querySelectorAll('button')].at(-1);
    expect(more?.textContent).toBe(t('resources.more', 12));
    more?.click();
    await settled();
    expect(shown()).toHaveLength(NOTES.length);
    expect(titles()).toEqual([objective?.text, resource?.title, t('note.ofNothing')]);
  });

  test('can be searched by their own text and by what they belong to', async () => {
    await ask('twice read');
    expect(shown()).toEqual(['Read twice']);
    expect(document.querySelector('[role=status]')?.textContent).toBe(t('note.count', 1));
    await ask(resource?.title ?? '');
    expect(shown()).toEqual(['Read twice']);
    await ask('giraffe');
    expect(shown()).toEqual([]);
    expect(document.querySelector('[role=status]')?.textContent).toBe(t('note.noneFound'));
  });
});
