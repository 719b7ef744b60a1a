import { i18n } from '#i18n';
import { course, match, pageKind } from '../state/current.ts';
import { inPrivate, progress } from '../state/progress.ts';
import { open } from '../state/reader-actions.ts';
import { followAsked, openSheet, type SheetName } from '../state/view.ts';
import { ActionMenu, type MenuItem } from '../ui/ActionMenu.tsx';

const views = (): [name: SheetName, text: string][] => [
  ['library', i18n.t('header.courses')],
  ['handIn', i18n.t('handIn.begin')],
  ['badge', i18n.t('badge.open')],
  ['outdated', i18n.t('outdated.title')],
  ['shortcuts', i18n.t('keys.title')],
  ['settings', i18n.t('settings.title')],
];

/** That progress is saved elsewhere than usual, in one line. */
function Storage() {
  const fallback = progress.value.fallbackReason;
  if (fallback?.kind === 'newer') return null;
  if (!fallback && !inPrivate.value) return null;
  return <p class="quiet">{i18n.t(fallback ? 'header.area' : 'header.private')}</p>;
}

/** What the reader needs now and then: the other views, and the course's page. */
export function Menu() {
  const items = (): MenuItem[] => [
    ...views().map(([name, text]) => ({ text, onChoose: (from: HTMLElement) => openSheet(name, from) })),
    ...(pageKind.value === 'content' && match.value?.reason !== 'coursePage'
      ? [{ text: i18n.t('living.asCourse'), onChoose: () => followAsked.value++ }]
      : []),
    { text: i18n.t('course.openPage'), onChoose: () => void open(course.peek().address, 'here') },
  ];
  return (
    <ActionMenu title={i18n.t('header.menu')} items={items}>
      {() => <Storage />}
    </ActionMenu>
  );
}
