import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { course, match, pageKind } from '../state/current.ts';
import { inPrivate, progress } from '../state/progress.ts';
import { open } from '../state/reader-actions.ts';
import { followAsked, openSheet, type SheetName } from '../state/view.ts';

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
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const choose = (act: (from: HTMLElement) => void) => () => {
    list.current?.hidePopover();
    if (button.current) act(button.current);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="tool"
        popovertarget="menu"
        aria-haspopup="menu"
        aria-label={i18n.t('header.menu')}
        title={i18n.t('header.menu')}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path class="dots" d="M3 8h.01M8 8h.01M13 8h.01" />
        </svg>
      </button>
      <div ref={list} id="menu" popover="auto" class="menu">
        {views().map(([name, text]) => (
          <button key={name} type="button" onClick={choose((from) => openSheet(name, from))}>
            {text}
          </button>
        ))}
        {pageKind.value === 'content' && match.value?.reason !== 'coursePage' && (
          <button
            type="button"
            onClick={choose(() => {
              followAsked.value += 1;
            })}
          >
            {i18n.t('living.asCourse')}
          </button>
        )}
        <button type="button" onClick={choose(() => void open(course.peek().address, 'here'))}>
          {i18n.t('course.openPage')}
        </button>
        <Storage />
      </div>
    </>
  );
}
