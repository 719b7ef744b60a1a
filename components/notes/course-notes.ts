import { computed, effect, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { onNoteRequest } from '../../platform/note-request.ts';
import { bringToFront, type LinkDisposition, openLink } from '../../platform/open-link.ts';
import { showQuote } from '../../platform/page-channel.ts';
import type { Note } from '../../progress/records.ts';
import { anchorOf, pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import { quotedAddress } from '../../sites/quote.ts';
import { withoutSecrets } from '../../sites/secrets.ts';
import { course } from '../state/current.ts';
import { provideNotes } from '../state/notes.ts';
import { page } from '../state/page.ts';
import { act, isReady, progress } from '../state/progress.ts';
import type { ShownPage } from '../state/shown-page.ts';
import { offerUndo } from '../state/undo.ts';
import { openSheet } from '../state/view.ts';
import type { CourseNotes } from './note.ts';

/** A note whose link was opened in a tab that has not loaded the page yet. */
interface PendingNote {
  note: Note;
  tab: number | undefined;
  /** The number of the tab's load when the link was opened. */
  load: number;
}

/** Shows the note's quote on the page in `tab`. @returns whether the quote is no longer there */
async function isLost(tab: number, { quote, address }: Note): Promise<boolean> {
  return quote !== '' && (await showQuote(tab, quote, anchorOf(address))) === false;
}

/**
 * Opens the page that a note's quote is from. If the tab shows that page already, it only scrolls to the quote.
 * @returns whether the quote is no longer there, or the note to check once its page has loaded
 * @throws as `openLink` does
 */
async function openNote(
  note: Note,
  where: LinkDisposition,
  { tab, address }: ShownPage,
): Promise<{ lost: boolean } | { pending: PendingNote }> {
  const { quote } = note;
  const page = pageOf(addressOf(note.address) ?? note.address);
  const here = where === 'here' && address !== undefined && page === pageOf(address);
  const lost = here && (await isLost(tab.id, note));
  if (here && quote && !lost) {
    await bringToFront(tab.id);
    return { lost };
  }
  // Firefox doesn't scroll to a text fragment in a link that an extension opens, and not to the heading either.
  const link = import.meta.env.FIREFOX ? note.address : quotedAddress(note.address, quote);
  const opened = await openLink(link, tab.id, where);
  return here ? { lost } : { pending: { note, tab: opened, load: where === 'here' ? tab.load : 0 } };
}

/** Whether the page of a pending note lacks the quote; undefined until that page is shown and complete. */
async function checkPending(
  { tab, fresh, info }: ShownPage,
  { note, load, tab: id }: PendingNote,
): Promise<boolean | undefined> {
  if (tab.id !== id || tab.load <= load || !fresh || !tab.complete || info?.kind !== 'content')
    return undefined;
  return isLost(tab.id, note);
}

/**
 * Begins to follow the notes of the shown course with their actions, and the quote that was looked for and isn't on the shown
 * page any more. Also opens the note form when the browser's menu or shortcut asks for it. To be called once.
 */
export function startNotes(): void {
  const address = computed(() => page.value?.address && pageOf(page.value.address));
  const lost = signal<{ quote: string; on: string | undefined }>();
  const pending = signal<PendingNote>();

  effect(() => {
    const shown = page.value;
    const checked = pending.value;
    if (!shown || !checked) return;
    const on = shown.address && pageOf(shown.address);
    void checkPending(shown, checked).then((isGone) => {
      if (isGone !== undefined && pending.peek() === checked) pending.value = undefined;
      if (isGone) lost.value = { quote: checked.note.quote, on };
    });
  });

  const notesOf = (all: readonly Note[], shownCourse: string, isWritable: boolean): CourseNotes => ({
    all,
    writable: isWritable,
    linkOf: ({ address, quote }) => quotedAddress(withoutSecrets(address), quote),
    onAdd: (from, target) => openSheet('note', from, { target }),
    onEdit: (from, note) => openSheet('note', from, { note }),
    onDelete: (note) =>
      act(async () => {
        const { action } = await (await import('../../progress/notes.ts')).deleteNote(shownCourse, note.id);
        offerUndo(i18n.t('note.deleted'), action);
      }),
    async onOpen(note, where) {
      const now = page.peek();
      if (!now) return;
      lost.value = undefined;
      const on = address.peek();
      const opened = await openNote(note, where, now);
      if ('pending' in opened) pending.value = opened.pending;
      else if (opened.lost) lost.value = { quote: note.quote, on };
    },
  });
  provideNotes({
    notes: computed(() => notesOf(progress.value.notes, course.value.id, isReady.value)),
    lostQuote: computed(() => {
      const { quote, on } = lost.value ?? {};
      if (quote === undefined || on !== address.value) return undefined;
      return {
        quote,
        onForget() {
          lost.value = undefined;
        },
      };
    }),
  });

  // From the page's context menu, or by the browser's keyboard shortcut.
  onNoteRequest(() => openSheet('note', document.activeElement as HTMLElement));
}
