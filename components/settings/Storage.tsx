import { i18n } from '#i18n';
import { Region } from '../ui/Region.tsx';
import { useStorage } from './use-storage.ts';

/** Shows where progress is stored, when it was last saved, and whether the browser may delete it. */
export function Storage() {
  const storage = useStorage();
  if (!storage) return null;
  const { store, lastSaved, lastBackup, evictable } = storage;
  return (
    <Region title={i18n.t('kept.title')}>
      <p>{i18n.t(store === 'database' ? 'kept.database' : 'kept.area')}</p>
      <p class="quiet">
        {lastSaved ? i18n.t('kept.saved', [lastSaved]) : i18n.t('kept.nothing')}{' '}
        {lastBackup && i18n.t('kept.copy', [lastBackup])}
      </p>
      {evictable !== undefined && (
        <p class="quiet">{i18n.t(evictable ? 'kept.evictable' : 'kept.persistent')}</p>
      )}
    </Region>
  );
}
