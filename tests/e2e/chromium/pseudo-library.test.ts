import { test } from 'vitest';
import { libraryPack } from '../../fixtures/library-pack.ts';
import { bracketed } from '../../fixtures/pseudo-language.ts';
import { chooseFile } from '../library-sheet.ts';
import { usePseudoReader } from './pseudo-reader.ts';

const pseudo = await usePseudoReader();
const { inspect, shows, unfold, press } = pseudo;
const title = bracketed('A course of our own with a rather long name');

test('the library, with a course that is previewed, imported, archived and removed', async () => {
  await pseudo.open();
  await pseudo.openView('header.courses');
  await shows('.library-courses li');
  await inspect();
  await chooseFile(pseudo.panel, 'pack.json', JSON.stringify(libraryPack({ title })));
  await shows('.library .card');
  await inspect();
  await press('.foot .primary', 0);
  await shows('.library-courses li:nth-child(3)');
  await inspect();
  const section = { ...libraryPack().sections[0], id: 'more', title: bracketed('More'), resources: [] };
  const later = libraryPack({ title, sections: [...libraryPack().sections, section] as never });
  await chooseFile(pseudo.panel, 'pack.json', JSON.stringify(later));
  await shows('.library .card .lines');
  await inspect();
  await press('.foot button', 1);
  await press('.library-courses li:last-child > .tool', 0);
  await shows('.menu:popover-open button');
  await inspect();
  await press('.menu:popover-open button', -2);
  await shows('.library details .library-courses');
  await unfold();
  await inspect();
  await press('.library details .library-courses > li > .tool', 0);
  await press('.menu:popover-open button', -1);
  await pseudo.panel.waitFor(() => !document.querySelector('.library details .library-courses'));
  await inspect();
});
