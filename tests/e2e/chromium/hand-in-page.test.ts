import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import { t } from '../../texts.ts';
import { tick, untilWritable } from '../panel-parts.ts';
import { RELATIONS, SECTIONS, untilSection, useSession } from '../session.ts';

const COURSE = 'community-learning-pathway';

describe.each(['light', 'dark'] as const)('the page to print, %s', (colorScheme) => {
  const session = useSession({ colorScheme });
  const open = async (query: string) => {
    const page = await session.reader.newPage(`${session.reader.extensionUrl}hand-in.html?${query}`);
    await page.waitForSelector('.handed-in, [role="alert"]');
    return page;
  };

  test('updates while it is open, and axe finds nothing in it', async () => {
    const page = await session.reader.newPage(`${RELATIONS}programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await untilWritable(panel);
    const paper = await open(`course=${COURSE}`);
    expect(await paper.$$eval('.box path', (ticks) => ticks.length)).toBe(0);
    await tick(panel, 0);
    await paper.waitForSelector('.box path');
    const run = new Function(
      `${axe.source}; return axe.run(document).then(({ violations }) => violations.map(({ id }) => id));`,
    ) as () => Promise<string[]>;
    expect(await paper.evaluate(run)).toEqual([]);
  });

  test('is black on white on paper, without its button, with every item in one piece and every address', async () => {
    const paper = await open(`course=${COURSE}`);
    await paper.emulateMediaType('print');
    const seen = await paper.evaluate(() => ({
      colours: [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color],
      buttons: [...document.querySelectorAll('button')].filter((button) => button.checkVisibility()).length,
      breaks: [...document.querySelectorAll('li')].map((item) => getComputedStyle(item).breakInside),
      addresses: [...document.querySelectorAll('a')].map((link) => getComputedStyle(link, '::after').content),
      text: document.querySelector<HTMLElement>('main')?.innerText ?? '',
    }));
    expect(seen.colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    expect(seen.buttons).toBe(0);
    expect(new Set(seen.breaks)).toEqual(new Set(['avoid']));
    expect(seen.addresses[0]).toContain(`${RELATIONS}community-pathway/`);
    const course = builtInCourses.find(({ id }) => id === COURSE);
    for (const { text } of course?.audiences[0]?.objectives ?? []) expect(seen.text).toContain(text);
    expect(Buffer.from(await paper.pdf({ format: 'A4' })).subarray(0, 5)).toEqual(Buffer.from('%PDF-'));
  });

  test('says what is wrong if it is opened for a course or section that does not exist', async () => {
    const paper = await open('course=nothing');
    expect(await paper.$eval('[role="alert"]', ({ textContent }) => textContent)).toBe(t('handIn.unknown'));
  });
});
