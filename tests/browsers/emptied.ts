/**
 * Resets the extension to the state after an installation: deletes its data and removes the permissions that it was granted.
 * Runs in one of its pages or in its background, so it uses nothing outside itself. No panel should be open: it would write its
 * data again.
 * @returns whether the extension still has exactly the permissions that an installation grants
 */
export async function emptyExtension(): Promise<{ hosts: boolean; inPrivate: boolean }> {
  const { host_permissions: origins = [] } = chrome.runtime.getManifest();
  const granted = (await chrome.permissions.getAll()).origins ?? [];
  const added = granted.filter((origin) => !origins.includes(origin));
  // Permissions in the manifest can't be removed, and including one would make the whole call fail.
  for (const origin of added) await chrome.permissions.remove({ origins: [origin] }).catch(() => false);
  if ((await chrome.scripting.getRegisteredContentScripts()).length > 0)
    await chrome.scripting.unregisterContentScripts();
  // Browsers limit the number of writes to the synced area, so it is only cleared if it isn't empty.
  if (Object.keys(await chrome.storage.sync.get(null)).length > 0) await chrome.storage.sync.clear();
  await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
  // A profile that keeps no history has no databases, and listing them fails.
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
