import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { BAKERY, documentWith } from '../fixtures/course-pages.ts';
import { handbookPage } from '../fixtures/pages.ts';
import { t } from '../texts.ts';
import { button, click, named, region, untilSeen, within } from './by-role.ts';
import { recordsAfter } from './clipboard-and-records.ts';
import { chooseForCourse, openLibrary, untilLibrarySays } from './library-sheet.ts';
import { closeSheet, openFold, openView, tick, untilCourse, untilWritable } from './panel-parts.ts';
import { HANDBOOK, objectivesIn, RELATIONS, untilRegionShows, useSession } from './session.ts';

const ADDRESS = new URL(BAKERY, HANDBOOK).href;
const TITLE = 'Learning to taste bread';
const FOLLOW = button('living.follow');

/** The page of a course, before and after its author edits it. */
const page = (objectives: string[], sections: [title: string, ...links: string[]][]) =>
  documentWith(
    `<h1>Learning to taste bread</h1>
<h2 id="learning-objectives">Learning Objectives</h2><p>As a taster, you will:</p>
<ol>${objectives.map((text) => `<li>${text}</li>`).join('')}</ol>
${sections
  .map(
    ([title, ...links]) =>
      `<h2 id="${title.toLowerCase().replaceAll(' ', '-')}">${title}</h2><ul>${links
        .map((link) => `<li><a href="/handbook/${link}/">${link.replaceAll('-', ' ')}</a></li>`)
        .join('')}</ul>`,
  )
  .join('\n')}`,
  );
const FIRST = page(
  ['Tell rye from wheat by the smell', 'Name the parts of a loaf', 'Say what a crust tells'],
  [
    ['Flour and water', 'about-flour', 'about-water'],
    ['The oven', 'about-heat'],
    ['The shop', 'about-selling'],
  ],
);
/** What the reader ticks in the first version. */
const TICKED = ['Tell rye from wheat by the smell', 'Say what a crust tells'];
const EDITED = page(
  ['Tell rye from wheat by the smell alone', 'Name the parts of a loaf', 'Judge a crumb by its holes'],
  [
    ['Flour and water', 'about-flour'],
    ['The oven', 'about-heat', 'about-water'],
    ['The shop', 'about-selling'],
    ['Salt', 'about-salt'],
  ],
);

const tickedIn = async (panel: Panel) =>
  (await objectivesIn(panel)).filter(({ ticked }) => ticked).map(({ text }) => text);
const here = (panel: Panel, text: string) => untilRegionShows(panel, t('here.title'), text);

describe('any page can be followed as a course', () => {
  const session = useSession();

  const follow = async (panel: Panel) => {
    await here(panel, t('living.reads'));
    await click(panel, FOLLOW);
    await here(panel, t('library.objectives', 3));
    await click(panel, button('living.followNow'));
    await untilCourse(panel, TITLE);
  };
  /** Opens the page and follows it as a course, with two objectives ticked. */
  const begin = async () => {
    session.server.setPage(BAKERY, FIRST);
    const tab = await session.reader.newPage(ADDRESS);
    const panel = await session.reader.openPanel(tab);
    await follow(panel);
    await untilWritable(panel);
    for (const at of [0, 2]) await tick(panel, at);
    expect(await tickedIn(panel)).toEqual(TICKED);
    return { tab, panel };
  };

  test('a page is offered and followed, and the course keeps every tick when its author edits the page', async () => {
    const { tab, panel } = await begin();
    session.server.setPage(BAKERY, EDITED);
    await tab.reload();
    const list = (await here(panel, t('living.changed'))) ?? '';
    expect(list).toContain('Tell rye from wheat by the smell alone');
    expect(list).toContain('Judge a crumb by its holes');
    expect(list).toContain('Say what a crust tells');
    expect(list).toContain('Salt');
    await click(panel, button('living.takeOver'));
    await here(panel, t('living.takenOver'));
    await expect.poll(() => tickedIn(panel)).toEqual(['Tell rye from wheat by the smell alone']);
    // Removed items are listed as earlier ones, with their ticks.
    const earlier = region('living.earlier');
    await openFold(panel, 'living.earlier');
    await untilRegionShows(panel, t('living.earlier'), t('living.earlierExplained'));
    const lost = within(earlier, named('checkbox', 'Say what a crust tells'));
    expect((await untilSeen(panel, lost)).checked).toBe(true);

    await click(panel, within(region('here.title'), button('history.undo')));
    await expect.poll(() => tickedIn(panel)).toEqual(TICKED);
    await session.reader.restart();
    const again = await session.reader.openPanel(await session.reader.newPage(ADDRESS));
    await untilCourse(again, TITLE);
    await expect.poll(() => tickedIn(again)).toEqual(TICKED);
  });

  test('a page whose list comes late loses no tick, even if its update is accepted before', async () => {
    const { tab, panel } = await begin();
    const lists = '<ol>.*</ol>';
    session.server.setPage(
      BAKERY,
      FIRST.replace(new RegExp(lists), '<ol><li>Say what a crumb tells</li></ol>'),
    );
    await tab.reload();
    await here(panel, t('living.changed'));
    const [list = ''] = FIRST.match(lists) ?? [];
    await tab.evaluate((late) => {
      const early = document.querySelector('ol:not([class])');
      if (early) early.outerHTML = late;
    }, list);
    await click(panel, button('living.takeOver'));
    await here(panel, t('living.takenOver'));
    expect(await tickedIn(panel)).toEqual(TICKED);
    await tab.close();
  });

  test('a removed course is followed again, with the progress in it', async () => {
    const { tab, panel } = await begin();
    await openLibrary(panel);
    await chooseForCourse(panel, TITLE, 'library.remove');
    await untilLibrarySays(panel, t('history.removed', [TITLE]));
    await closeSheet(panel);
    // A page is checked once it has loaded.
    await tab.reload();
    await follow(panel);
    await expect.poll(() => tickedIn(panel)).toEqual(TICKED);
    await tab.close();
  });

  test('a page that is part of a course can also be followed as another course', async () => {
    const tab = await session.reader.newPage(`${HANDBOOK}values/`);
    const panel = await session.reader.openPanel(tab);
    await openView(panel, 'living.asCourse');
    await here(panel, t('living.nothing'));
    await tab.close();
  });

  test('a course that is followed on another computer is offered on its page', async () => {
    const shared = '/handbook/shared-bakery/';
    session.server.setPage(
      shared,
      documentWith(FIRST.slice(FIRST.indexOf('<h1>'), FIRST.indexOf('</main>')), shared),
    );
    const address = new URL(shared, HANDBOOK).href;
    const tab = await session.reader.newPage(`${HANDBOOK}engineering/`);
    const panel = await session.reader.openPanel(tab);
    await untilWritable(panel);
    // As it arrives through the browser's account: the record of the course without its pack.
    await panel.evaluate(recordsAfter, [
      {
        key: ['', 'course', 'shared-bakery'],
        value: {
          source: 'followed',
          address,
          title: 'Shared',
          archived: false,
          removed: false,
          place: 9,
        },
        time: Date.now(),
        count: 0,
        device: 'another',
      },
    ]);
    await tab.goto(address);
    await here(panel, t('living.elsewhere'));
    await click(panel, FOLLOW);
    await here(panel, t('library.objectives', 3));
    await tab.close();
  });

  test('a built-in course uses the wording of its page once that was opened', async () => {
    const path = new URL(`${RELATIONS}community-pathway/`).pathname;
    const html = handbookPage(path) ?? '';
    const [, first = ''] = /<ol>\s*<li>([^<]+)/.exec(html) ?? [];
    const said = `${first}, in the words of the page`;
    session.server.setPage(path, html.replace(first, said));
    const tab = await session.reader.newPage(`${RELATIONS}community-pathway/`);
    const panel = await session.reader.openPanel(tab);
    await untilWritable(panel);
    await untilRegionShows(panel, t('objectives.all'), said);
    session.server.setPage(path, undefined);
    await tab.close();
  });

  test('its groups and links are named by what they are of, and the preview counts its videos', async () => {
    const part = (name: string) =>
      `<h3>${name}</h3><h4>Basics</h4><ul><li>${name}: <a href="/handbook/${name}/">Transcript</a> - <a href="https://www.youtube.com/watch?v=${name}123456">Video</a></li></ul>`;
    session.server.setPage(
      BAKERY,
      documentWith(
        `<h1>${TITLE}</h1><h2>Learning objectives</h2><ul><li>Tell rye from wheat</li></ul><h2>Topics</h2>${['dough', 'ovens'].map(part).join('')}`,
      ),
    );
    const tab = await session.reader.newPage(ADDRESS);
    const panel = await session.reader.openPanel(tab);
    await click(panel, FOLLOW);
    await here(panel, t('library.videos', 2));
    await click(panel, button('living.followNow'));
    await untilCourse(panel, TITLE);
    await click(panel, within(region('course.sections'), button('course.unfold', ['Topics'])));
    for (const name of ['dough', 'ovens'])
      await untilSeen(panel, within(region('course.sections'), named('link', `${name}: Transcript`)));
    await click(panel, within(region('course.sections'), named('button', /^Topics/)));
    await untilRegionShows(panel, t('resources.title'), 'dough: Basics');
    await untilRegionShows(panel, t('resources.title'), 'ovens: Basics');
    await tab.close();
  });
});
