import { describe, expect, test } from 'vitest';
import { libraryPack } from '../fixtures/library-pack.ts';
import { chooseFile } from './library-sheet.ts';
import { RELATIONS, untilRegionShows, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;

/** What the panel says of itself. Runs in the panel. */
function readPanel() {
  return {
    language: document.documentElement.lang,
    title: document.querySelector('h1')?.textContent,
    regions: [...document.querySelectorAll('section[aria-label]')].map((region) => region.ariaLabel),
    audiences: [...document.querySelectorAll('header option')].map((option) => option.textContent),
    count: document.querySelector('header .count')?.textContent,
    section: document.querySelector('section.here h3')?.textContent,
    objective: document.querySelector('.objectives label')?.textContent,
  };
}

describe('in a browser in Japanese', () => {
  const session = useSession({ keepsState: true, language: 'ja' });

  test('the panel is in Japanese, and so is the course', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, '現在地', 'GitLabのコミュニティプログラム');
    await untilRegionShows(panel, '資料', '教育プログラム');
    await untilRegionShows(panel, 'コース', '参加する');
    expect(await panel.evaluate(readPanel)).toMatchObject({
      language: 'ja',
      title: 'コミュニティ学習パス',
      regions: expect.arrayContaining(['現在地', '目標', '資料', 'プログラム', 'コース']),
      audiences: ['チームメンバー', 'コミュニティメンバー'],
      count: '4件中0件達成',
      objective: '各プログラムの名前と、詳しい情報がある場所を挙げられる',
    });
    await panel.close();
    await page.close();
  });

  test('what is done stays with what it was done to, and the history writes its day as in Japan', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await panel.waitFor(() => document.querySelector('section[aria-label="目標"] input:not(:disabled)'));
    await panel.click('section[aria-label="目標"] input');
    await panel.waitFor(() => document.querySelector('header .count')?.textContent === '4件中1件達成');
    await panel.click('header .tool[aria-label="設定"]');
    const history = await untilRegionShows(panel, '履歴', 'チェックを付けました：各プログラムの名前');
    expect(history).toMatch(/\d{4}年\d{1,2}月\d{1,2}日[月火水木金土日]曜日/);
    await panel.close();
    await page.close();
  });

  test('what is wrong in the file of a course is said in Japanese', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    const all = 'section[aria-label="コース"] .courses > [aria-haspopup]';
    await panel.waitFor((of) => document.querySelector(of), all);
    await panel.click(all);
    await panel.waitFor(() => document.querySelector('.library input[type=file]'));
    const { edition: _, ...pack } = libraryPack({ id: 'harm', address: 'http://example.org/' });
    await chooseFile(panel, 'harm.json', JSON.stringify({ ...pack, html: '<b>' }));
    const told = await panel.waitFor(() => {
      const lines = [...document.querySelectorAll('.library .lines li')];
      return lines.length > 0 && lines.map(({ textContent }) => textContent);
    });
    expect(told).toEqual(
      expect.arrayContaining(['edition: これがありません', expect.stringMatching(/^address: リンクは/)]),
    );
    expect(told).toContain('html: コースにはこのような項目はありません');
    await panel.close();
    await page.close();
  });
});

describe.each(['de', 'en-GB'])('in a browser in another language, %s', (language) => {
  const session = useSession({ keepsState: true, language });

  test('the panel is in English', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, 'You are here', 'GitLab’s community programs');
    expect(await panel.evaluate(readPanel)).toMatchObject({
      language: 'en',
      title: 'Community Learning Pathway',
      count: '0 of 4 ticked',
    });
    await panel.close();
    await page.close();
  });
});
