import { allowInPrivate, newPrivateWindow } from '../tests/browsers/private-window.ts';
import { recordsAfter } from '../tests/e2e/clipboard-and-records.ts';
import { libraryPack } from '../tests/fixtures/library-pack.ts';
import {
  close,
  ELSEWHERE,
  fromMenu,
  goTo,
  goUntil,
  type Place,
  PROGRAM,
  RELATIONS,
  type View,
} from './picture-views.ts';

const HANDBOOK = 'https://handbook.gitlab.com/handbook/';
/** A page of the course whose 19 sections don't get a button each. */
const ONBOARDING = `${HANDBOOK}customer-success/csm/`;
/** More sections than the bar has segments for, more audiences than buttons, and nothing but a video to begin with. */
const LONG_COURSE = libraryPack({
  title: 'A year in the bakery',
  address: ELSEWHERE,
  audiences: ['Bakers', 'Confectioners', 'Millers', 'Sellers'].map((title) => ({
    id: title.toLowerCase(),
    title,
    objectives: [
      { id: `name-the-parts-${title}`.toLowerCase(), text: 'Name the parts of a loaf', sections: ['week-2'] },
    ],
  })),
  sections: Array.from({ length: 45 }, (_, at) => ({
    id: `week-${at + 1}`,
    title: `Week ${at + 1}`,
    anchor: `week-${at + 1}`,
    resources: at === 0 ? [] : [{ id: `page-${at}`, title: `Loaf ${at}`, address: `${HANDBOOK}loaf-${at}/` }],
    ...(at === 0 && {
      videos: [{ title: 'The bakery at night', address: 'https://www.youtube.com/watch?v=abcdefghijk' }],
    }),
  })),
});

/** Opens the panel again, which reads everything anew. */
async function reopen(place: Place, selector: string): Promise<void> {
  await place.panel.close();
  place.panel = await place.reader.openPanel(place.page);
  await place.panel.waitFor((shown) => document.querySelector(shown), selector);
}

/** Dismisses the card, below which the next may be. Not with the mouse: a window that has just opened may not hear it yet. */
async function dismiss({ panel }: Place): Promise<void> {
  const text = () => document.querySelector('.notice')?.textContent;
  const before = await panel.evaluate(text);
  await panel.evaluate(() => document.querySelector<HTMLElement>('.notice button')?.click());
  await panel.waitFor((old) => document.querySelector('.notice')?.textContent !== old, before);
}

/** Replaces the database by one with this version and this store. Runs in the extension. */
const replaceDatabase = (version: number, store: string, keyPath: string | null) =>
  new Promise<void>((resolve, reject) => {
    indexedDB.deleteDatabase('waymark');
    const opening = indexedDB.open('waymark', version);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(store, { keyPath });
      if (version === 1) opening.result.createObjectStore('setAside', { autoIncrement: true });
    };
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      // An older version that doesn't let go of its database is one that keeps this open.
      if (version === 1) Object.assign(globalThis, { held: opening.result });
      else opening.result.close();
      resolve();
    };
  });
const release = () => (Reflect.get(globalThis, 'held') as IDBDatabase).close();

/** What a reader rarely meets, in the order in which it is taken by a new reader. */
export const RARE_STATES: Record<string, View> = {
  async welcomeSelect(place) {
    const { panel } = place;
    await fromMenu('library')(place);
    await panel.evaluate((pack) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([pack], 'bakery.json'));
      document
        .querySelector('.library .drop')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, JSON.stringify(LONG_COURSE));
    await panel.waitFor(() => document.querySelector('.library .card'));
    await panel.click('.library .foot .primary');
    await panel.waitFor((id) => document.querySelector(`[data-course="${id}"]`), LONG_COURSE.id);
    await close(place);
    await goUntil(place, LONG_COURSE.address, '.welcome select');
  },
  async startedVideo({ panel }) {
    await panel.click('footer .primary');
    await panel.waitFor(() => document.querySelector('header .chip'));
  },
  nineteenSections: goTo(ONBOARDING),
  async restored(place) {
    const { panel } = place;
    await goUntil(place, PROGRAM, '.tick');
    await panel.click('.tick input');
    await panel.waitFor(() => document.querySelector('.tick input:checked'));
    await panel.waitFor(async () =>
      Object.keys(await chrome.storage.local.get(null)).some((key) => key.startsWith('journal:')),
    );
    await panel.evaluate(() => {
      indexedDB.deleteDatabase('waymark');
      scrollTo(0, 0);
    });
    await panel.waitFor(() => document.querySelector('.notice'));
  },
  async setAside(place) {
    await dismiss(place);
    const strange = {
      key: ['community-learning-pathway', 'completion', 'x'],
      value: 'perhaps',
      time: 1,
      count: 0,
      device: 'x',
    };
    await place.panel.evaluate(recordsAfter, [strange]);
    await reopen(place, '.notice');
  },
  async unsaved(place) {
    await dismiss(place);
    await place.panel.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('the profile is locked', 'InvalidStateError');
      };
    });
    await place.panel.click('.tick input');
    await place.panel.waitFor(() => document.querySelector('.notice'));
    await place.panel.evaluate(() => scrollTo(0, 0));
  },
  async unreadable(place) {
    await place.panel.evaluate(() => {
      IDBObjectStore.prototype.getAll = () => {
        throw new DOMException('the file is damaged', 'DataError');
      };
    });
    await goUntil(place, ONBOARDING, '.notice');
  },
  async fallback(place) {
    await place.page.goto(PROGRAM);
    await place.panel.evaluate(replaceDatabase, 3, 'other', null);
    await reopen(place, '.notice');
  },
  async newer(place) {
    await place.panel.evaluate(replaceDatabase, 99, 'records', 'key');
    await reopen(place, '.notice');
  },
  async blocked(place) {
    await place.panel.close();
    await place.reader.evaluateInExtension(replaceDatabase, 1, 'records', 'key');
    place.panel = await place.reader.openPanel(place.page);
    await place.panel.waitFor(() => document.querySelector('.notice'));
  },
  async privateWindow(place) {
    await place.reader.evaluateInExtension(release);
    // What was in the database is restored.
    await place.panel.waitFor(() => document.querySelector('.tick input:not(:disabled)'));
    await reopen(place, '.notice');
    await dismiss(place);
    await allowInPrivate(place.reader, place.page);
    place.page = await newPrivateWindow(
      place.reader,
      place.page,
      `${RELATIONS}programs/open-source-program/`,
    );
    place.panel = await place.reader.openPanel(place.page);
    await place.panel.waitFor(() => document.querySelector('.notice'));
  },
};
