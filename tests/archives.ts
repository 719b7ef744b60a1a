import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export type Kind = 'chrome' | 'firefox' | 'sources';

/** Where `npm run package` leaves an archive, below a project's root. */
export function archiveOf(kind: Kind, root = ROOT): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return join(root, '.output', `waymark-${version}-${kind}.zip`);
}

/** All that is in an archive, by name. */
export async function contentOf(kind: Kind): Promise<Map<string, Buffer>> {
  const { files } = await JSZip.loadAsync(readFileSync(archiveOf(kind)));
  const entries = Object.values(files).map(
    async (file) => [file.name, await file.async('nodebuffer')] as const,
  );
  return new Map(await Promise.all(entries));
}

/** Writes what is in an archive into a folder, as a reader or reviewer unpacks it. */
export async function unpack(kind: Kind, folder: string): Promise<void> {
  for (const [name, bytes] of await contentOf(kind)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}
