import { describe, expect, test } from 'vitest';
import { until } from '../browsers/poll.ts';
import type { Panel } from '../browsers/reader.ts';
import { documentWith } from '../fixtures/course-pages.ts';
import { patternOf, t } from '../texts.ts';
import { button, click, named, nth, within } from './by-role.ts';
import { openView, untilCourse } from './panel-parts.ts';
import { HANDBOOK, linkTo, untilRegionShows, untilSection, useSession } from './session.ts';

const here = (panel: Panel, text: string) => untilRegionShows(panel, t('here.title'), text);

describe('a page that is unsuitable as a course', () => {
  const session = useSession();

  test('a page made to do harm is plain text, and its links lead only to the web', async () => {
    const hostile = '/handbook/hostile-training/';
    session.server.setPage(
      hostile,
      documentWith(
        `<h1>Training &lt;img src=x onerror=alert(1)&gt;</h1><h2 id="objectives">Learning objectives</h2>
<ul><li>Do &lt;script&gt;alert(1)&lt;/script&gt;</li><li>Then this</li></ul>
<h2 id="a">First</h2><ul><li><a href="javascript:alert(1)">script</a></li><li><a href="data:text/html,x">data</a></li>
<li><a href="/handbook/values/">values</a></li></ul><iframe src="https://www.youtube.com/embed/TJhdmOma4ZM" title="a video"></iframe>`,
        hostile,
      ),
    );
    const before = session.server.requests.length;
    const tab = await session.reader.newPage(new URL(hostile, HANDBOOK).href);
    const panel = await session.reader.openPanel(tab);
    // It looks like a course, so the panel offers to follow it.
    await click(panel, button('living.follow'));
    await here(panel, 'Training <img src=x onerror=alert(1)>');
    await click(panel, button('living.followNow'));
    await untilCourse(panel, 'Training <img src=x onerror=alert(1)>');
    await click(panel, nth(within(named('banner'), named('button', patternOf('bar.section'))), 0));
    await untilSection(panel, 'First');
    await panel.waitFor((link) => document.querySelector(link), linkTo(`${HANDBOOK}values/`));
    const links = await panel.evaluate(() => [...document.querySelectorAll('a')].map(({ href }) => href));
    expect(links.filter((href) => !href.startsWith('https://'))).toEqual([]);
    expect(
      await panel.evaluate(() => document.querySelectorAll('img, iframe, script:not([src])').length),
    ).toBe(0);
    // The page itself loads its frame once.
    const frames = session.server.requests.slice(before).filter((url) => url.includes('/embed/'));
    expect(frames.length).toBeLessThanOrEqual(1);
    await tab.close();
  });

  test('a page that loads for long can be followed before it has said what it is', async () => {
    const slow = '/handbook/slow-training/';
    const busy = '<script>for (const end = Date.now() + 3000; Date.now() < end; );</script>';
    session.server.setPage(
      slow,
      documentWith(
        `<h1>Slow training</h1>${busy}<ul><li><a href="/handbook/values/">values</a></li></ul>`,
        slow,
      ),
    );
    const tab = await session.reader.newPage(new URL('/handbook/teamops/', HANDBOOK).href);
    const panel = await session.reader.openPanel(tab);
    const loading = tab.goto(new URL(slow, HANDBOOK).href);
    await until('the panel is at the page', () =>
      session.reader.evaluateInExtension(async () =>
        (await chrome.tabs.query({ active: true })).some(({ url }) => url?.includes('slow-training')),
      ),
    );
    await openView(panel, 'living.asCourse');
    await here(panel, 'Slow training');
    await loading;
    await tab.close();
  });

  test('a very long page is followed up to the limits of a course, and the panel says so', async () => {
    const huge = '/handbook/huge-training/';
    const links = Array.from(
      { length: 15_000 },
      (_, at) => `<li><a href="/handbook/p${at}/">p${at}</a></li>`,
    );
    session.server.setPage(huge, documentWith(`<h1>Huge training</h1><ul>${links.join('')}</ul>`, huge));
    const tab = await session.reader.newPage(new URL(huge, HANDBOOK).href);
    const panel = await session.reader.openPanel(tab);
    await openView(panel, 'living.asCourse');
    await here(panel, t('living.cut'));
    await tab.close();
  });

  test('a page without anything to follow says so', async () => {
    const empty = '/handbook/empty/';
    session.server.setPage(empty, documentWith('<h1>Nothing</h1><p>Words only.</p>', empty));
    const tab = await session.reader.newPage(new URL(empty, HANDBOOK).href);
    const panel = await session.reader.openPanel(tab);
    await openView(panel, 'living.asCourse');
    await here(panel, t('living.nothing'));
    await tab.close();
  });
});
