import { expect, test } from 'vitest';
import { linesOfPathway, PATHWAY } from '../../fixtures/course-pages.ts';
import { HANDBOOK, useSession } from '../session.ts';

const session = useSession();

test('the page to print has the wording of the course page as soon as the panel has them', async () => {
  const [first = '', second = ''] = linesOfPathway();
  const paper = await session.reader.newPage(
    `${session.reader.extensionUrl}hand-in.html?course=community-learning-pathway`,
  );
  const text = () => paper.evaluate(() => document.querySelector('main')?.textContent ?? '');
  await expect.poll(text).toMatch(/\S/);
  expect(await text()).not.toContain(first);
  const page = await session.reader.newPage(new URL(PATHWAY, HANDBOOK).href);
  await session.reader.openPanel(page);
  await expect.poll(text).toContain(first);
  expect(await text()).toContain(second);
});
