import { i18n } from '#i18n';
import { Fold } from '../ui/Region.tsx';
import { useStorage } from './use-storage.ts';

function Details() {
  const storage = useStorage();
  if (!storage) return null;
  const { store, lastSaved, lastBackup, evictable } = storage;
  return (
    <>
      <p>{i18n.t(store === 'database' ? 'kept.database' : 'kept.area')}</p>
      <p class="quiet">
        {lastSaved ? i18n.t('kept.saved', [lastSaved]) : i18n.t('kept.nothing')}{' '}
        {lastBackup && i18n.t('kept.copy', [lastBackup])}
      </p>
      {evictable !== undefined && (
        <p class="quiet">{i18n.t(evictable ? 'kept.evictable' : 'kept.persistent')}</p>
      )}
    </>
  );
}

/** Shows where progress is stored, when it was last saved, and whether the browser may delete it. */
export function Storage() {
  return <Fold title={i18n.t('kept.title')}>{() => <Details />}</Fold>;
}
