import { describe, expect, test } from 'vitest';
import { missingPage } from '../fixtures/pages.ts';
import {
  HANDBOOK,
  linkTo,
  RELATIONS,
  SECTIONS,
  travel,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

describe('the panel shows the section of the page', () => {
  const session = useSession({ keepsState: true });

  test('on a fresh load, with the resource, the reason and where to go from here', async () => {
    const page = await session.reader.newPage(`${RELATIONS}programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    const here = await untilRegionShows(panel, 'You are here', 'Education Program');
    expect(here).toContain('this page is one of its resources');
    expect(here).toContain('Developer Evangelism');
    expect(here).toContain('Startups Program');
    await untilRegionShows(panel, 'Resources', 'you are here');
    // Where nothing is wrong the place of the notices is empty.
    expect(await panel.evaluate(() => document.querySelector('main > [role="status"]')?.textContent)).toBe(
      '',
    );
    await page.close();
  });

  test('after a link of the page, and going back and forward', async () => {
    const page = await session.reader.newPage(`${RELATIONS}developer-advocacy/community-response/`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.joinUs);
    await page.goto(`${HANDBOOK}company/stewardship/`);
    await untilSection(panel, SECTIONS.strategy);
    await travel(page, -1);
    await untilSection(panel, SECTIONS.joinUs);
    await travel(page, 1);
    await untilSection(panel, SECTIONS.strategy);
    await page.close();
  });

  test('and what a page says of itself when it comes back from the browser’s cache', async () => {
    const gone = `${RELATIONS}evangelist-program/`;
    // Served with a good status, since Chromium keeps no other; what it is, its document says.
    session.server.setPage(new URL(gone).pathname, missingPage());
    const page = await session.reader.newPage(gone);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, 'You are here', 'no such page');
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.documentElement.dataset.persisted = String(persisted);
      });
    });
    await travel(page, '/handbook/values/#transparency');
    await untilSection(panel, SECTIONS.practices);
    await travel(page, -1);
    await untilRegionShows(panel, 'You are here', 'no such page');
    const persisted = () => page.evaluate(() => document.documentElement.dataset.persisted).catch(() => '');
    await expect.poll(persisted).toBe('true');
    session.server.setPage(new URL(gone).pathname, undefined);
    await page.close();
  });

  test('at a heading, and at the next one when only the anchor changes', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#diversity-inclusion`);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, 'You are here', 'Fostering DIB in our community');
    await page.evaluate(() => {
      location.hash = '#transparency';
    });
    const here = await untilRegionShows(panel, 'You are here', 'Transparency and openness');
    expect(here).toContain('the heading you are reading');
    await page.close();
  });

  test('after client-side navigation, and what the new page says of itself', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}engineering/`);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, 'You are here', 'not part of the course');
    await page.evaluate(() => {
      history.pushState(null, '', '/handbook/marketing/developer-relations/programs/open-source-program/');
    });
    await untilSection(panel, SECTIONS.programs);
    await page.evaluate(() => {
      document.body.className = 'td-404';
      document.title = 'Not found';
    });
    await untilRegionShows(panel, 'You are here', 'no such page');
    await page.close();
  });

  test('through an HTTP redirect and a redirect stub', async () => {
    const page = await session.reader.newPage(`${RELATIONS}strategy-programs/open-source-program/`);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, 'You are here', 'Open Source Program');
    await page.goto(`${RELATIONS}strategy-programs/education-program/`);
    await untilRegionShows(panel, 'You are here', 'this page is one of its resources');
    expect(page.url()).toBe(`${RELATIONS}programs/education-program/`);
    await page.close();
  });

  test('on a page below a resource, on several resources at once, and on the course’s own page', async () => {
    const page = await session.reader.newPage(
      `${RELATIONS}programs/education-program/edu-program-workflows/`,
    );
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, 'You are here', 'below one of its resources');
    await page.goto(`${RELATIONS}performance-indicators/`);
    await untilSection(panel, SECTIONS.strategy);
    await page.goto(`${RELATIONS}community-pathway/`);
    await untilRegionShows(panel, 'You are here', 'the course’s own page');
    await page.goto(`${RELATIONS}community-pathway/#community-programs`);
    await untilSection(panel, SECTIONS.programs);
    await page.close();
  });

  test('says that a page is missing, which resource was meant, and where it is now', async () => {
    const page = await session.reader.newPage(`${RELATIONS}community-programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    const here = await untilRegionShows(panel, 'You are here', 'no such page');
    expect(here).toContain('has moved');
    await panel.click(linkTo(`${RELATIONS}programs/education-program/`, 'You are here'));
    await untilRegionShows(panel, 'You are here', 'this page is one of its resources');
    session.server.setPage(
      '/handbook/marketing/developer-relations/programs/education-program/',
      missingPage(),
    );
    await page.reload();
    expect(await untilRegionShows(panel, 'You are here', 'no such page')).not.toContain('has moved');
    session.server.setPage('/handbook/marketing/developer-relations/programs/education-program/', undefined);
    await page.goto(`${RELATIONS}evangelist-program/`);
    await untilRegionShows(panel, 'Resources', 'gone');
    await page.close();
  });

  test('says that a list of pages is one, and that a page is not of the course', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}engineering/`);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, 'You are here', 'not part of the course');
    await page.goto('https://handbook.gitlab.com/tags/community/');
    await untilRegionShows(panel, 'You are here', 'only lists other pages');
    await page.close();
  });

  test('on the host that the handbook had before, and on a review build', async () => {
    const page = await session.reader.newPage('https://about.gitlab.com/handbook/values/#transparency');
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.practices);
    await page.goto('https://handbook.gitlab.com/mr123/handbook/company/stewardship/');
    await untilSection(panel, SECTIONS.strategy);
    await page.close();
  });
});
