import { i18n } from '#i18n';
import { Region } from '../ui/Region.tsx';

/** Where progress is kept, as far as the browser tells. Times are in words. */
export interface KeptProps {
  store: 'database' | 'area';
  lastSaved: string | undefined;
  lastCopy: string | undefined;
  /** Whether the browser may delete it when room gets short; undefined where it does not say. */
  evictable: boolean | undefined;
}

/** Says where progress is kept, when it was last saved, and whether the browser may delete it. */
export function Kept({ store, lastSaved, lastCopy, evictable }: KeptProps) {
  return (
    <Region title={i18n.t('kept.title')}>
      <p>{i18n.t(store === 'database' ? 'kept.database' : 'kept.area')}</p>
      <p class="quiet">
        {lastSaved ? i18n.t('kept.saved', [lastSaved]) : i18n.t('kept.nothing')}{' '}
        {lastCopy && i18n.t('kept.copy', [lastCopy])}
      </p>
      {evictable !== undefined && (
        <p class="quiet">{i18n.t(evictable ? 'kept.evictable' : 'kept.persistent')}</p>
      )}
    </Region>
  );
}
