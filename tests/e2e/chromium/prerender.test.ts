import { describe, expect, test } from 'vitest';
import { until } from '../../browsers/poll.ts';
import { missingPage } from '../../fixtures/pages.ts';
import { t } from '../../texts.ts';
import { noticesIn } from '../notices.ts';
import { RELATIONS, SECTIONS, travel, untilRegionShows, untilSection, useSession } from '../session.ts';
import { evaluateInContentScript } from './content-world.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const NEXT = `${RELATIONS}developer-advocacy/community-response/`;
/** A file that this page requests once it has loaded. */
const LOADED = `${NEXT}loaded`;

describe('a prerendered page', () => {
  const session = useSession();

  test('sends no report until it is shown', async () => {
    // Served with status 200, because Chromium prerenders no others. The document itself says that it is missing.
    const says = `<script>addEventListener('load', () => fetch('${LOADED}'))</script>`;
    session.server.setPage(new URL(NEXT).pathname, missingPage().replace('</body>', `${says}</body>`));
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await page.evaluate((url) => {
      const rules = document.createElement('script');
      rules.type = 'speculationrules';
      rules.textContent = JSON.stringify({ prerender: [{ urls: [url] }] });
      document.head.append(rules);
    }, NEXT);
    // By then it has loaded with all its scripts.
    await until('the page is prerendered', async () => session.server.requests.includes(LOADED));
    // The panel would have received an earlier report before this one.
    const send = `chrome.runtime.sendMessage({ type: 'pageOpened', url: location.href })`;
    expect(await evaluateInContentScript(page, send)).toBe(true);
    await untilSection(panel, SECTIONS.programs);
    expect(await noticesIn(panel)).toBe('');
    expect(await session.reader.badgeText(page)).toBe('1');

    await travel(page, NEXT);
    await untilSection(panel, SECTIONS.joinUs);
    await untilRegionShows(panel, t('here.title'), t('here.missing'));
    const activation = () =>
      page
        .evaluate(
          () =>
            (performance.getEntriesByType('navigation')[0] as unknown as { activationStart: number })
              .activationStart,
        )
        .catch(() => 0);
    await expect.poll(activation).toBeGreaterThan(0);
  });
});
