import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import type { ProgressRecord } from '../../progress/records.ts';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import { region, untilSeen } from './by-role.ts';
import { recordsAbout, recordsOf } from './done-records.ts';
import { putRecords } from './followed-courses.ts';
import { CONTINUE } from './panel-parts.ts';
import { buildBeginningWith } from './panel-tab.ts';
import { HANDBOOK, RELATIONS, untilRegionShows, useSession } from './session.ts';

/**
 * Records in each frame what the panel has painted, and what of it has moved or changed since it was first painted. That is kept in
 * the document, where a test can read it in both browsers. Runs in every part of the extension, before everything else.
 */
function watchFrames(): void {
  if (typeof document === 'undefined' || !location.pathname.endsWith('/sidepanel.html')) return;
  interface Spot {
    x: number;
    y: number;
    text: string;
  }
  const faults = new Set<string>();
  let known = new Map<Node, Spot>();
  let size = '';
  let frames = 0;

  // A text for screen readers has no place of its own.
  const isPainted = (element: Element | null) =>
    element?.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen');
  const textNodes = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Node[] = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found.filter((node) => node.nodeValue?.trim() && isPainted(node.parentElement));
  };
  /** What is painted, by its nodes: texts, and what has none. */
  const look = () => {
    const spots = new Map<Node, Spot>();
    for (const node of textNodes()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const { x, y } = range.getBoundingClientRect();
      spots.set(node, { x, y, text: node.nodeValue?.trim() ?? '' });
    }
    for (const element of document.body.querySelectorAll(
      'svg, input, select, progress, section, button, a',
    )) {
      const { x, y } = element.getBoundingClientRect();
      if (isPainted(element)) spots.set(element, { x, y, text: element.localName });
    }
    return spots;
  };
  const isSame = (a: Spot, b: Spot) =>
    a.text === b.text && Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5;
  const told = ({ x, y, text }: Spot) => `${text} at ${Math.round(x)}, ${Math.round(y)}`;
  const check = (painted: ReadonlyMap<Node, Spot>) => {
    const spots = [...painted.values()];
    for (const [node, before] of known) {
      const now = painted.get(node);
      // The same at the same place is the same picture, whatever draws it.
      const stays = now ? isSame(before, now) : spots.some((each) => isSame(before, each));
      if (!stays) faults.add(`${told(before)} ${now ? `became ${told(now)}` : 'is gone'} in frame ${frames}`);
    }
  };
  const compare = () => {
    const sizeNow = `${innerWidth} × ${innerHeight}`;
    // While the browser opens the panel, it can have other sizes.
    if (sizeNow !== size) known = new Map();
    size = sizeNow;
    if (innerWidth === 0 || document.hidden) return;
    const painted = look();
    if (painted.size > 0) frames += 1;
    check(painted);
    for (const [node, spot] of painted) known.set(node, known.get(node) ?? spot);
    document.documentElement.dataset.faults = JSON.stringify([...faults]);
    document.documentElement.dataset.frames = String(frames);
    if (document.querySelector('h1') && !document.querySelector('main > *'))
      document.documentElement.dataset.early = 'yes';
  };
  // A message that is sent before a frame arrives after it.
  const afterFrame = new MessageChannel();
  afterFrame.port1.onmessage = compare;
  const onFrame = () => {
    afterFrame.port2.postMessage(null);
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
}

/** Makes every database open late, as on a slow disk. Runs in every part of the extension, before everything else. */
function openLate(): void {
  const { addEventListener } = EventTarget.prototype;
  IDBOpenDBRequest.prototype.addEventListener = function (
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ) {
    const late = (event: Event) => {
      if (typeof listener === 'function') setTimeout(() => listener.call(this, event), 700);
    };
    addEventListener.call(this, type, type === 'success' ? late : listener, options);
  };
}

const [pathway] = builtInCourses;
if (!pathway) throw new Error('there is no course');
const COURSE = pathway.id;
const PROGRAM = `${RELATIONS}programs/education-program/`;
const ENGINEERING = `${HANDBOOK}engineering/`;
const WORDING = 'Say which programs there are and where more about each of them is written';
const SENTENCE = 'The words at which the reader stopped.';
const PLACE: ProgressRecord = {
  key: [COURSE, 'place'],
  value: { address: PROGRAM, title: 'Education Program', words: SENTENCE },
  time: Date.UTC(2026, 9, 1),
  count: 0,
  device: 'earlier',
};

describe.each([
  { disk: 'a disk', scripts: [watchFrames] },
  { disk: 'a slow disk', scripts: [watchFrames, openLate] },
])('when the panel opens, with progress on $disk', ({ scripts }) => {
  const script = scripts.map((each) => `(${each})();\n`).join('');
  const session = useSession({ extensionDir: buildBeginningWith(script) });

  /** Opens the panel next to a page, for a reader with progress, a note, and the wording of the course's page. */
  async function reopen(address: string): Promise<Panel> {
    const page = await session.reader.newPage(address);
    const before = await session.reader.openPanel(page);
    await before.waitFor(() => document.querySelector('main > *'));
    await putRecords(before, [
      ...recordsOf(COURSE, {
        read: ['open-source-program', 'education-program', 'startups-program'],
        ticked: ['community-programs'],
        audience: 'community-member',
      }),
      ...recordsAbout(COURSE, 'open-source-program', { 'community-programs': WORDING }),
      PLACE,
    ]);
    await before.close();
    return session.reader.openPanel(page);
  }
  /**
   * Waits until everything has loaded. Returns what has moved or changed since it was first painted, and whether the panel showed where
   * the reader is before it had anything else.
   */
  async function whatHappened(panel: Panel): Promise<{ faults: string[]; early: boolean }> {
    // Longer than anything waits for an idle browser, by the panel's own clock.
    await panel.evaluate(() => new Promise((resolve) => setTimeout(resolve, 4000)));
    const [faults = '', frames, early] = await panel.evaluate(() => {
      const { dataset } = document.documentElement;
      return [dataset.faults, dataset.frames, dataset.early];
    });
    expect(Number(frames)).toBeGreaterThan(1);
    return { faults: JSON.parse(faults), early: early !== undefined };
  }

  test('next to a page of the course, nothing moves and no text changes after it was painted', async () => {
    const panel = await reopen(PROGRAM);
    await untilRegionShows(panel, t('resources.title'), t('note.count', 1));
    const ticks = await untilRegionShows(panel, t('objectives.then'), WORDING);
    expect(ticks).toContain(t('progressTotal', [1, 2]));
    expect(await panel.evaluate(() => document.querySelector('header')?.textContent)).toContain(
      t('header.read', [3, 5]),
    );
    const { faults, early } = await whatHappened(panel);
    expect(faults).toEqual([]);
    if (scripts.includes(openLate)) expect(early).toBe(true);
  });

  test('nor next to a page outside the course', async () => {
    const panel = await reopen(ENGINEERING);
    await untilRegionShows(panel, t('here.title'), t('here.notInCourse'));
    await untilSeen(panel, CONTINUE, ({ name }) => name === t('next.continue', ['Education Program']));
    await panel.waitFor((words) => document.querySelector('footer')?.textContent?.includes(words), SENTENCE);
    await untilSeen(panel, region('note.mine'));
    expect((await whatHappened(panel)).faults).toEqual([]);
  });
});
