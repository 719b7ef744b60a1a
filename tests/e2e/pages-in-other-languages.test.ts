import { describe, expect, test } from 'vitest';
import known from '../../assets/sites/headings.json' with { type: 'json' };
import { BAKERY, coursePage, documentWith } from '../fixtures/course-pages.ts';
import { handbookPage } from '../fixtures/pages.ts';
import { fixedPartOf, t } from '../texts.ts';
import { button, click, region, untilGone, untilSeen, within } from './by-role.ts';
import { tick, untilCourse, untilReason, untilWritable } from './panel-parts.ts';
import {
  HANDBOOK,
  objectivesIn,
  SECTIONS,
  untilCurrent,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

const STEWARDSHIP = '/handbook/company/stewardship/';
const ANCHOR = 'how-open-source-benefits-from-open-core';
const OPEN_CORE = 'GitLab’s strategy & open core model';
const HERE = region('here.title');

describe('a page in another language', () => {
  const session = useSession();

  test('is offered as a course and followed, with its objectives in its own language', async () => {
    session.server.setPage(BAKERY, coursePage('japanese', 'ja'));
    const tab = await session.reader.newPage(new URL(BAKERY, HANDBOOK).href);
    const panel = await session.reader.openPanel(tab);
    await untilRegionShows(panel, t('here.title'), t('living.reads'));
    await click(panel, button('living.follow'));
    await untilRegionShows(panel, t('here.title'), t('library.objectives', 5));
    await click(panel, button('living.followNow'));
    await untilCourse(panel, 'パンの味見: コース資料');
    await untilWritable(panel);
    await tick(panel, 1);
    await expect
      .poll(async () => (await objectivesIn(panel)).slice(0, 2))
      .toMatchObject([
        { text: 'ライ麦と小麦を香りで見分ける', ticked: false },
        { text: 'パンの各部の名前を言う', ticked: true },
      ]);
    await tab.close();
  });

  test('has its headings recognised by their places, if the original has as many', async () => {
    const ids = (known.headings[STEWARDSHIP] ?? '').split(' ');
    const headings = ids.map(
      (_, at) => `<h2 id="見出し-${at}">見出し ${at}</h2>${'<p>本文。</p>'.repeat(30)}`,
    );
    session.server.setPage(STEWARDSHIP, documentWith(`<h1>管理</h1>${headings.join('')}`, STEWARDSHIP, 'ja'));
    const tab = await session.reader.newPage(
      `${new URL(STEWARDSHIP, HANDBOOK)}#見出し-${ids.indexOf(ANCHOR)}`,
    );
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.strategy);
    await untilCurrent(panel, OPEN_CORE);
    await untilReason(panel, 'reason.heading');
    const { text } = await untilSeen(panel, HERE);
    expect(text).not.toContain(fixedPartOf('here.lostHeading'));
    expect(text).not.toContain(fixedPartOf('here.translatedHeading'));
    await tab.close();
  });

  test('isn’t said to have lost a heading if it has more or fewer than the original', async () => {
    const original = handbookPage(STEWARDSHIP) ?? '';
    const translated = original
      .replace(/<html([^>]*) lang="en"/, '<html$1 lang="ja"')
      .replaceAll(ANCHOR, 'オープンコア');
    expect(translated).toContain(' lang="ja"');
    session.server.setPage(STEWARDSHIP, translated);
    const tab = await session.reader.newPage(`${new URL(STEWARDSHIP, HANDBOOK)}#${ANCHOR}`);
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.strategy);
    await untilRegionShows(panel, t('here.title'), t('here.translatedHeading', [OPEN_CORE]));
    expect((await untilSeen(panel, HERE)).text).not.toContain(fixedPartOf('here.lostHeading'));
    const dismiss = within(HERE, button('notice.dismiss'));
    await click(panel, dismiss);
    await untilGone(panel, dismiss);
    expect((await untilSeen(panel, HERE)).text).not.toContain(fixedPartOf('here.lostHeading'));
    await tab.close();
  });
});
