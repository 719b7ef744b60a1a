import { computed, signal } from '@preact/signals';
import type { JSX } from 'preact';
import { i18n } from '#i18n';
import type { Fault } from '../../progress/store/fault.ts';
import { isUnseen, match, pageAddress, pageKind, shown } from '../state/current.ts';
import { type LostQuote, lostQuote } from '../state/notes.ts';
import { hasLostHeading, missingAddress } from '../state/page-trouble.ts';
import { dismissRestored, inPrivate, progress, restored, unreadable, unsaved } from '../state/progress.ts';
import { open, reloadShown, requestHandbookAccess } from '../state/reader-actions.ts';
import { isUntold, setTold } from '../state/told.ts';
import { Card } from '../ui/Card.tsx';
import { formatNumber } from '../ui/locale.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { unreadableText, unsavedText } from './faults.ts';

const MissingPage = onDemand(async () => (await import('./MissingPage.tsx')).MissingPage);
const LostHeading = onDemand(async () => (await import('./LostHeading.tsx')).LostHeading);

/** The cards that the reader has dismissed, by their keys, while this panel is open. */
const dismissed = signal<ReadonlySet<string>>(new Set());
const dismiss = (key: string) => {
  dismissed.value = new Set([...dismissed.value, key]);
};

/** A card, with a key that is the same as long as it says the same. */
interface Candidate {
  key: string;
  view: () => JSX.Element;
}

const card = (key: string, props: Omit<Parameters<typeof Card>[0], 'onDismiss'>, onDismiss?: () => void) => ({
  key,
  view: () => <Card {...props} onDismiss={onDismiss ?? (() => dismiss(key))} />,
});
/** One that the reader sees once, not in every panel. */
const once = (key: string, text: string) => isUntold(key) && card(key, { text }, () => setTold(key));
/** One that stays as long as what it tells of. */
const lasting = (key: string, props: Parameters<typeof Card>[0]) => ({
  key,
  view: () => <Card {...props} />,
});

function ofProgress(): (Candidate | false | undefined)[] {
  const { fallbackReason: fallback, quarantined } = progress.value;
  const [unread, lost, back] = [unreadable.value, unsaved.value, restored.value];
  const storageText = fallback && fallbackText(fallback, inPrivate.value);
  return [
    unread && card(`unreadable ${unread.kind} ${unread.message}`, { text: unreadableText(unread) }),
    lost &&
      card(`unsaved ${lost.kind} ${lost.message}`, { text: unsavedText(lost) }, () => {
        unsaved.value = undefined;
      }),
    fallback?.kind === 'newer' && card('newer', { text: i18n.t('notice.newer') }),
    isUnseen.value &&
      lasting('access', {
        text: i18n.t('notice.access'),
        action: { text: i18n.t('notice.accessButton'), onAct: requestHandbookAccess },
      }),
    shown.value?.unread &&
      lasting('reload', {
        text: i18n.t('notice.reload'),
        action: { text: i18n.t('notice.reloadButton'), onAct: reloadShown },
      }),
    back &&
      card(
        'restored',
        {
          text: [
            back.records > 0 && i18n.t('notice.restored', back.records, [formatNumber(back.records)]),
            back.damaged > 0 && i18n.t('notice.damaged', back.damaged),
          ]
            .filter(Boolean)
            .join(' '),
        },
        dismissRestored,
      ),
    quarantined > 0 &&
      card(`set aside ${quarantined}`, {
        text: i18n.t('notice.setAside', quarantined, [formatNumber(quarantined)]),
      }),
    storageText !== undefined && once('storage', storageText),
    inPrivate.value && !fallback && once('private', i18n.t('notice.private')),
  ];
}

const fallbackText = ({ kind, message }: Fault, isPrivate: boolean) => {
  if (kind === 'newer') return undefined;
  return isPrivate ? i18n.t('notice.privateArea') : i18n.t('notice.area', [message]);
};

/** As much of a quote as its reader needs to recognise it, in characters. */
const ENOUGH = 80;

function beginning(quote: string): string {
  const all = [...quote];
  return all.length > ENOUGH ? `${all.slice(0, ENOUGH).join('').trim()}…` : quote;
}

const lostQuoteCard = ({ quote, onForget }: LostQuote) =>
  card('lost quote', { text: i18n.t('notice.lostQuote', [beginning(quote)]) }, onForget);

const lostHeadingCard = (key: string) => ({
  key,
  view: () => <LostHeading onDismiss={() => dismiss(key)} />,
});

function ofPage(): (Candidate | false | undefined)[] {
  const moved = match.value?.reason === 'moved' ? match.value.resource : undefined;
  const isMissing = missingAddress.value !== undefined;
  return [
    moved &&
      !moved.gone &&
      (isMissing || pageKind.value === 'moved') &&
      lasting(`moved ${moved.id}`, {
        title: i18n.t('moved.title'),
        text: i18n.t('moved.text', [moved.title]),
        action: { text: i18n.t('moved.open'), onAct: () => open(moved.address, 'here', moved) },
      }),
    isMissing && { key: 'missing', view: () => <MissingPage /> },
    hasLostHeading.value && lostHeadingCard(`lost heading ${pageAddress.value}`),
    lostQuote.value && lostQuoteCard(lostQuote.value),
  ];
}

const first = computed(() =>
  [...ofProgress(), ...ofPage()].find((each): each is Candidate => !!each && !dismissed.value.has(each.key)),
);

/** Whether a card is shown. */
export const needsAttention = computed(() => first.value !== undefined);

/** What needs the reader's attention: one card at a time, the most important first. The next comes when one is dismissed. */
export function Attention() {
  return <div role="status">{first.value?.view()}</div>;
}
