import { describe, expect, test } from 'vitest';
import { until } from '../browsers/poll.ts';
import type { Panel } from '../browsers/reader.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { fixedPartOf, t } from '../texts.ts';
import {
  button,
  click,
  combobox,
  dialog,
  giveFile,
  named,
  region,
  seen,
  textbox,
  untilGone,
  untilSeen,
  within,
} from './by-role.ts';
import { notesIn } from './note-sheet.ts';
import { openSettings, openView } from './panel-parts.ts';
import { buildWithoutPanel, openPanelTab } from './panel-tab.ts';
import { RELATIONS, SECTIONS, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const PACKS = [
  libraryPack(),
  libraryPack({ id: 'how-we-sell', title: 'How we sell', address: `${RELATIONS}sales/` }),
];
const LIBRARY = dialog('library.title');
const SETTINGS = dialog('settings.title');

describe('in a browser like that of a phone, without policies, windows, menus and shortcuts', () => {
  const session = useSession({ extensionDir: buildWithoutPanel({ phone: true }) });

  const begin = async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = (await openPanelTab(session, page)) as unknown as Panel;
    await untilSection(panel, SECTIONS.programs);
    await panel.waitFor(() => document.querySelector('main input:not(:disabled)'));
    return { page, panel };
  };

  test('the library opens, and all added courses are in it', async () => {
    const { page, panel } = await begin();
    const missing = () =>
      [chrome.storage.managed, chrome.windows, chrome.contextMenus, chrome.commands].every((api) => !api);
    expect(await panel.evaluate(missing)).toBe(true);
    await openView(panel, 'header.courses');
    for (const pack of PACKS) {
      await giveFile(
        panel,
        within(LIBRARY, named('file', t('library.choose'))),
        'a.json',
        JSON.stringify(pack),
      );
      await click(panel, within(LIBRARY, button('library.take')));
      await untilSeen(panel, within(LIBRARY, button('actionsFor', [pack.title])));
    }
    const [library] = await seen(panel, LIBRARY);
    expect(library?.text).not.toContain('Error');
    // After a reload, the panel has only what it reads.
    await panel.evaluate(() => setTimeout(() => location.reload()));
    await until('the panel is there again', () =>
      panel
        .evaluate(
          () => document.querySelector('main input:not(:disabled)') && !document.querySelector('dialog'),
        )
        // While the panel reloads, this call fails.
        .catch(() => false),
    );
    await openSettings(panel);
    await untilSeen(panel, within(SETTINGS, combobox('learning.course')), ({ text }) =>
      PACKS.every(({ title }) => text.includes(title)),
    );
    await page.close();
  });

  test('sync starts once it is turned on', async () => {
    const { page, panel } = await begin();
    await openSettings(panel);
    const sync = within(SETTINGS, region('sync.title'));
    await click(panel, within(sync, named('checkbox', t('sync.label'))));
    await untilSeen(panel, sync, ({ text }) => text.includes(fixedPartOf('sync.inSync')));
    await page.close();
  });

  test('a note can be written and saved', async () => {
    const { page, panel } = await begin();
    const resources = region('resources.title');
    await click(panel, within(resources, button('note.keepWith', ['Education Program'])));
    const form = dialog('note.title');
    await click(panel, within(form, textbox('note.words')));
    await panel.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>('dialog textarea');
      if (!field) return;
      field.value = 'Mine';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await click(panel, within(form, button('note.save')));
    await untilGone(panel, form);
    await expect.poll(async () => (await notesIn(panel, t('resources.title')))[0]?.words).toBe('Mine');
    await page.close();
  });
});
