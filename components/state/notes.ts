import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CourseNotes } from '../notes/note.ts';

/** A note's quote that is no longer on its page. */
export interface LostQuote {
  quote: string;
  onForget: () => void;
}

interface NotesSource {
  notes: ReadonlySignal<CourseNotes>;
  lostQuote: ReadonlySignal<LostQuote | undefined>;
}

/** The module of notes loads after the first paint, which shows none, and then sets this. */
const source = signal<NotesSource>();

/** The notes of the shown course with their actions; undefined until they have loaded. */
export const notes = computed(() => source.value?.notes.value);
/** The quote that the reader looked for and that is no longer on the shown page, if any. */
export const lostQuote = computed(() => source.value?.lostQuote.value);

/** Sets where notes come from. Call it once. */
export function provideNotes(loaded: NotesSource): void {
  source.value = loaded;
}
