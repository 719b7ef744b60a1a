import { describe, expect, test } from 'vitest';
import { t } from '../../texts.ts';
import { noticesIn, untilNoticed } from '../notices.ts';
import { RELATIONS, SECTIONS, untilCurrent, untilSection, useSession } from '../session.ts';
import { evaluateInContentScript } from './content-world.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const good = { url: PROGRAM, kind: 'missing', title: '', headings: [], reading: null };

describe('a message from the page’s content script', () => {
  const session = useSession();

  test('is accepted if it fits its schema, and is dropped if it does not', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await untilCurrent(panel, 'Education Program');
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
    await untilCurrent(panel, 'Education Program');
    expect(await noticesIn(panel)).toBe('');
    expect(await send({ type: 'pageChanged', page: good })).toBe(true);
    await untilNoticed(panel, t('here.missing'));
  });
});
