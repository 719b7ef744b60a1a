/**
 * Empties everything that the extension keeps, and gives up what it was granted: the state after an installation.
 * Runs in one of its own pages or in its background, and needs nothing around it. Nothing else of it should run: a panel
 * would write again what it knows.
 * @returns whether the browser still allows what an installation allows, and nothing more
 */
export async function emptyExtension(): Promise<{ hosts: boolean; inPrivate: boolean }> {
  const { host_permissions: origins = [] } = chrome.runtime.getManifest();
  const granted = (await chrome.permissions.getAll()).origins ?? [];
  const added = granted.filter((origin) => !origins.includes(origin));
  // What the manifest asks for cannot be given up, and would keep the rest from it.
  for (const origin of added) await chrome.permissions.remove({ origins: [origin] }).catch(() => false);
  if ((await chrome.scripting.getRegisteredContentScripts()).length > 0)
    await chrome.scripting.unregisterContentScripts();
  // A browser counts what is written to the synced area, and refuses it from some number on.
  if (Object.keys(await chrome.storage.sync.get(null)).length > 0) await chrome.storage.sync.clear();
  await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
  // In a profile that keeps no history there are no databases, and asking for them is refused.
  const databases = await indexedDB.databases().catch(() => []);
  await Promise.all(
    databases.map(
      ({ name = '' }) =>
        new Promise<void>((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase(name);
          deleting.onsuccess = () => resolve();
          deleting.onerror = () => reject(deleting.error);
        }),
    ),
  );
  const hosts = await chrome.permissions.contains({ origins });
  return { hosts, inPrivate: await chrome.extension.isAllowedIncognitoAccess() };
}
