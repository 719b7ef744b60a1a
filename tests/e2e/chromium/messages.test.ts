import { describe, expect, test } from 'vitest';
import { t } from '../../texts.ts';
import { RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from '../session.ts';
import { evaluateInContentScript } from './content-world.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const good = { url: PROGRAM, kind: 'missing', title: '', headings: [], reading: null };

describe('a message from the page’s content script', () => {
  const session = useSession();

  test('is accepted if it fits its schema, and is dropped if it does not', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await untilRegionShows(panel, t('here.title'), t('here.thisPage'));
    const send = (message: unknown) =>
      evaluateInContentScript(page, `chrome.runtime.sendMessage(${JSON.stringify(message)}).catch(() => {})`);
    for (const message of [
      null,
      'pageChanged',
      { type: 'pageChanged' },
      { type: 'somethingElse', page: good },
      { type: 'pageChanged', page: { ...good, title: 7 } },
      { type: 'pageChanged', page: { ...good, kind: 'strange' } },
      { type: 'pageChanged', page: { ...good, headings: [{ id: 'x' }] } },
      { type: 'pageChanged', page: { ...good, reading: 3 } },
      { type: 'pageChanged', page: { ...good, title: 'x'.repeat(100_000) } },
      {
        type: 'pageChanged',
        page: { ...good, headings: Array.from({ length: 5000 }, () => ({ id: 'x', level: 2, text: 'x' })) },
      },
    ]) {
      expect(await send(message)).not.toBe(true);
    }
    expect(await untilRegionShows(panel, t('here.title'), t('here.thisPage'))).not.toContain(
      t('here.missing'),
    );
    expect(await send({ type: 'pageChanged', page: good })).toBe(true);
    await untilRegionShows(panel, t('here.title'), t('here.missing'));
  });
});
