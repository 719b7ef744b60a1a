import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';

type InPanel = typeof import('./in-panel.ts');

const NAME = 'bench-progress.js';

/**
 * Builds `in-panel.ts` and `progress/` for production, like the panel, into the unpacked extension in `folder`. The
 * panel's own chunks can't be called, because their names are minified.
 */
export async function addProgressModule(folder: string): Promise<void> {
  await build({
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      minify: true,
      lib: {
        entry: fileURLToPath(new URL('in-panel.ts', import.meta.url)),
        formats: ['es'],
        fileName: () => NAME,
      },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
}

/** Calls a function of `in-panel.ts` in the panel's document. */
export function inPanel<Name extends keyof InPanel>(
  panel: Page,
  name: Name,
  ...args: Parameters<InPanel[Name]>
): Promise<Awaited<ReturnType<InPanel[Name]>>> {
  const call = async (file: string, name: string, args: unknown[]) => (await import(file))[name](...args);
  return panel.evaluate(call, `/${NAME}`, name, args as unknown[]);
}
