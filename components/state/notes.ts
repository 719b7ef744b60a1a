import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { LostQuote } from '../course/Notices.tsx';
import type { CourseNotes } from '../notes/note.ts';

interface NotesSource {
  notes: ReadonlySignal<CourseNotes>;
  lostQuote: ReadonlySignal<LostQuote | undefined>;
}

/** What notes are made with loads after the first picture, which shows none. */
const source = signal<NotesSource>();

/** The notes of the shown course, with what can be done with them; undefined until that has loaded. */
export const notes = computed(() => source.value?.notes.value);
/** The quote of a note that is not on the shown page any more, if one was looked for. */
export const lostQuote = computed(() => source.value?.lostQuote.value);

/** Takes over where notes come from. To be called once. */
export function provideNotes(loaded: NotesSource): void {
  source.value = loaded;
}
