import { describe, expect, test } from 'vitest';
import { missingPage } from '../fixtures/pages.ts';
import { t } from '../texts.ts';
import { button, click, link, named, seen, untilSeen } from './by-role.ts';
import { noticesIn, untilNoticed } from './notices.ts';
import { nextLink, untilReason } from './panel-parts.ts';
import {
  HANDBOOK,
  RELATIONS,
  SECTIONS,
  travel,
  untilCurrent,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

describe('the panel shows the section of the page', () => {
  const session = useSession();

  test('after a load, with the resource, the reason and where to go next', async () => {
    const page = await session.reader.newPage(`${RELATIONS}programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await untilCurrent(panel, 'Education Program');
    await untilRegionShows(panel, t('resources.title'), t('resources.state.here'));
    await untilReason(panel, 'reason.page');
    await untilSeen(panel, link('here.previous', ['Developer Evangelism']));
    await untilSeen(panel, nextLink('Startups Program'));
    // Without problems, there is no card.
    expect(await noticesIn(panel)).toBe('');
  });

  test('after a click on a link of the page, and after going back and forward', async () => {
    const page = await session.reader.newPage(`${RELATIONS}developer-advocacy/community-response/`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.joinUs);
    await page.goto(`${HANDBOOK}company/stewardship/`);
    await untilSection(panel, SECTIONS.strategy);
    await travel(page, -1);
    await untilSection(panel, SECTIONS.joinUs);
    await travel(page, 1);
    await untilSection(panel, SECTIONS.strategy);
  });

  test('and what a page reports when it is restored from the back/forward cache', async () => {
    const gone = `${RELATIONS}evangelist-program/`;
    // Served with status 200, because Chromium caches no others. The document itself says that it is missing.
    session.server.setPage(new URL(gone).pathname, missingPage());
    const page = await session.reader.newPage(gone);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, t('here.title'), t('here.missing'));
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.documentElement.dataset.persisted = String(persisted);
      });
    });
    await travel(page, '/handbook/values/#transparency');
    await untilSection(panel, SECTIONS.practices);
    await travel(page, -1);
    await untilRegionShows(panel, t('here.title'), t('here.missing'));
    const persisted = () => page.evaluate(() => document.documentElement.dataset.persisted).catch(() => '');
    await expect.poll(persisted).toBe('true');
  });

  test('at a heading, and at the next one when only the anchor changes', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#diversity-inclusion`);
    const panel = await session.reader.openPanel(page);
    await untilCurrent(panel, 'Fostering DIB in our community');
    await page.evaluate(() => {
      location.hash = '#transparency';
    });
    await untilCurrent(panel, 'Transparency and openness');
    await untilReason(panel, 'reason.heading');
  });

  test('after client-side navigation, and what the new page reports', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}engineering/`);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, t('here.title'), t('here.notInCourse'));
    await page.evaluate(() => {
      history.pushState(null, '', '/handbook/marketing/developer-relations/programs/open-source-program/');
    });
    await untilSection(panel, SECTIONS.programs);
    await page.evaluate(() => {
      document.body.className = 'td-404';
      document.title = 'Not found';
    });
    await untilRegionShows(panel, t('here.title'), t('here.missing'));
  });

  test('after an HTTP redirect and after a stub', async () => {
    const page = await session.reader.newPage(`${RELATIONS}strategy-programs/open-source-program/`);
    const panel = await session.reader.openPanel(page);
    await untilCurrent(panel, 'Open Source Program');
    await page.goto(`${RELATIONS}strategy-programs/education-program/`);
    await untilCurrent(panel, 'Education Program');
    await untilReason(panel, 'reason.page');
    await expect.poll(() => page.url()).toBe(`${RELATIONS}programs/education-program/`);
  });

  test('on a page below a resource, on several resources at once, and on the course page', async () => {
    const page = await session.reader.newPage(
      `${RELATIONS}programs/education-program/edu-program-workflows/`,
    );
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await untilRegionShows(panel, t('here.title'), t('reason.within'));
    const parent = await seen(panel, named('link', 'Education Program'));
    expect(parent.map(({ current }) => current === true)).toEqual([false]);
    await page.goto(`${RELATIONS}performance-indicators/`);
    await untilSection(panel, SECTIONS.strategy);
    await page.goto(`${RELATIONS}community-pathway/`);
    await untilRegionShows(panel, t('here.title'), t('here.coursePage'));
    await page.goto(`${RELATIONS}community-pathway/#community-programs`);
    await untilSection(panel, SECTIONS.programs);
    await untilRegionShows(panel, t('here.title'), t('reason.coursePage'));
  });

  test('says that a page is missing, which resource it was, and its new address', async () => {
    const page = await session.reader.newPage(`${RELATIONS}community-programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    await untilNoticed(panel, t('moved.text', ['Education Program']));
    await click(panel, button('moved.open'));
    await untilCurrent(panel, 'Education Program');
    await untilReason(panel, 'reason.page');
    await expect.poll(() => page.url()).toBe(`${RELATIONS}programs/education-program/`);
    session.server.setPage(
      '/handbook/marketing/developer-relations/programs/education-program/',
      missingPage(),
    );
    await page.reload();
    expect(await untilRegionShows(panel, t('here.title'), t('here.missing'))).not.toContain(t('moved.title'));
    await page.goto(`${RELATIONS}evangelist-program/`);
    await untilRegionShows(panel, t('resources.title'), t('resources.state.removed'));
    // Next to a page to open, that would be a contradiction.
    await untilNoticed(panel, t('here.missing'));
    expect(await noticesIn(panel)).not.toContain(t('moved.removed'));
  });

  test('says that a page is a list, and that a page isn’t part of the course', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}engineering/`);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, t('here.title'), t('here.notInCourse'));
    await page.goto('https://handbook.gitlab.com/tags/community/');
    await untilRegionShows(panel, t('here.title'), t('here.list'));
  });

  test('on the handbook’s former host, and on a review build', async () => {
    const page = await session.reader.newPage('https://about.gitlab.com/handbook/values/#transparency');
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.practices);
    await page.goto('https://handbook.gitlab.com/mr123/handbook/company/stewardship/');
    await untilSection(panel, SECTIONS.strategy);
  });
});
