import { test } from 'vitest';
import { handbookPage } from '../../fixtures/pages.ts';
import { pseudoBackup } from '../../fixtures/pseudo-language.ts';
import { HANDBOOK, RELATIONS } from '../session.ts';
import { usePseudoReader } from './pseudo-reader.ts';

const pseudo = await usePseudoReader();
const { open, inspect, closeSheet, shows, unfold, press, type } = pseudo;

test('a new reader’s first view', async () => {
  // This page never counts as read, however long the test takes. That would remove the welcome.
  await open(`${RELATIONS}community-pathway/#community-programs`);
  await shows('.welcome');
  await shows('.tick');
  await shows('.fold');
  await inspect();
  await press('header .tool', 1);
  await shows('.menu:popover-open');
  await inspect();
});

test('next to a page of the course, with everything unfolded', async () => {
  await open();
  await shows('input[type=checkbox]:not(:disabled)');
  await pseudo.panel.click('button.mark');
  await shows('button.mark .visited');
  await pseudo.panel.click('.objectives input');
  await shows('.undo button');
  await unfold();
  await shows('.fold .unfold');
  await pseudo.panel.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLElement>('.unfold')) each.click();
  });
  await shows('.sections .resources');
  await press('.why', 0);
  await inspect();
});

test('in another section than that of the page', async () => {
  await open();
  await press('.bar button', 1);
  await shows('.chip');
  await unfold();
  await inspect();
});

test('in the list of outdated links', async () => {
  await open();
  await pseudo.openView('outdated.title');
  await shows('.moved-link');
  await press('.moved-link .tool', 0);
  await shows('.menu:popover-open button');
  await inspect();
  await press('.menu:popover-open button', 0);
  await shows('.foot [role=status]:not(:empty)');
  await inspect();
});

test.each([
  ['the course’s page', `${RELATIONS}community-pathway/`, '.here p'],
  ['a section of it', `${RELATIONS}community-pathway/#join-us`, '.here p'],
  ['a page of many resources', `${RELATIONS}performance-indicators/#mrarr`, '.resource.here'],
  ['a page below one', `${RELATIONS}programs/education-program/edu-program-workflows/`, '.here p'],
  ['a page of no course', `${HANDBOOK}engineering/`, '.here p'],
  ['a list', 'https://handbook.gitlab.com/tags/community/', '.here p'],
  ['a missing page', `${RELATIONS}evangelist-program/`, '.candidates'],
  ['a missing page that moved', `${RELATIONS}community-programs/education-program/`, '.notice .primary'],
  ['a page elsewhere', 'https://www.kubernetes.dev/community/values/', '.here p'],
])('next to %s', async (_, url, selector) => {
  await open(url);
  await shows(selector);
  await unfold();
  await inspect();
});

test('next to a page that lacks a heading', async () => {
  const path = '/handbook/company/stewardship/';
  pseudo.session.server.setPage(
    path,
    handbookPage(path)?.replaceAll('how-open-source-benefits-from', 'open-source-and'),
  );
  await open(`${HANDBOOK}company/stewardship/#how-open-source-benefits-from-open-core`);
  await shows('.notice');
  await inspect();
});

test('during a search, in the shortcuts and in the hand-in', async () => {
  await open();
  await press('header .tool', 0);
  await shows('.find input');
  await inspect();
  await type('education');
  await shows('[role=option]');
  await inspect();
  // In place of what was typed before.
  await pseudo.panel.press('a', { modifiers: ['Control'] });
  await type('xqzjkv');
  await shows('[role=listbox] .group');
  await inspect();
  await closeSheet();
  await pseudo.panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await pseudo.panel.press('?');
  await shows('.keys');
  await inspect();
  await closeSheet();
  await pseudo.openView('handIn.begin');
  await shows('.handed-in .box');
  await inspect();
});

test('while a note is written, and with the saved note', async () => {
  await open();
  await shows('.objectives .tool');
  await pseudo.page.evaluate(() =>
    getSelection()?.selectAllChildren(document.querySelector('.td-content h1') as Node),
  );
  await pseudo.panel.click('.objectives .tool');
  await shows('.note blockquote');
  await type('my words');
  await inspect();
  await pseudo.panel.click('.note .primary');
  await shows('.objectives .notes');
  await unfold();
  await inspect();
  await pseudo.panel.click('.note-item .tool');
  await shows('.note-item .menu:popover-open button');
  await inspect();
  await pseudo.panel.click('.note-item .menu .danger');
  await shows('.undo button');
  await inspect();
});

test('in the settings', async () => {
  await open();
  await shows('.objectives input:not(:disabled)');
  await pseudo.panel.click('.objectives input');
  await shows('.objectives input:checked');
  await pseudo.openView('settings.title');
  await shows('.settings .fold');
  await inspect();
  await pseudo.unfold();
  await shows('.history li');
  await inspect();
  const choose = (name: string, text: string) =>
    pseudo.panel.evaluate(
      (of, content) => {
        const field = document.querySelector<HTMLInputElement>('.settings input[type=file]');
        const chosen = new DataTransfer();
        chosen.items.add(new File([content], of));
        if (field) field.files = chosen.files;
        field?.dispatchEvent(new Event('change', { bubbles: true }));
      },
      name,
      text,
    );
  await choose('a-copy-of-progress-with-a-long-name.json', pseudoBackup());
  await shows('.card .lines');
  await inspect();
  await press('.card .primary', 0);
  await pseudo.panel.waitFor(() => document.querySelector('[class="saying"]:not(:empty)'));
  await choose('none.json', '{}');
  await inspect();
  await pseudo.panel.click('.switch input');
  await pseudo.panel.waitFor(() => document.querySelector('.switch ~ .saying')?.textContent);
  await press('.history button', 0);
  await pseudo.panel.waitFor(() => document.querySelector('section:has(.history) .saying')?.textContent);
  await inspect();
  // The last button before those of the history deletes everything, after a confirmation.
  await press('.settings section:has(select) .actions > button', -1);
  await shows('.card .danger');
  await inspect();
  await press('.card .danger', 0);
  await pseudo.panel.waitFor(() => !document.querySelector('.history li'));
  await inspect();
});

test('without access to the handbook', async () => {
  await open();
  await pseudo.session.reader.setAccess(false);
  await shows('.notice button');
  await inspect();
});
