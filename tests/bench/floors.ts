import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sitePatterns } from '../../sites/patterns.ts';

/** An extension without any framework, which does its task with the least possible work. */
export type FloorName = 'A' | 'B' | 'C' | 'empty';

/** A panel's document at one moment. */
export interface View {
  markup: string;
  style: string;
}

interface Floor {
  runAt?: 'document_start' | 'document_end';
  content?: string;
  panel: string;
}

const FLOORS: Record<FloorName, Floor> = {
  /** A panel that only uses the browser's events. */
  A: {
    panel: `chrome.tabs.onUpdated.addListener((id, { url }) => {
  if (url) document.body.textContent = url;
});`,
  },
  /**
   * A panel that uses a content script. When it opens, it asks the browser for the address: asking the page would be slower,
   * and Waymark doesn't need to either.
   */
  B: {
    runAt: 'document_start',
    content: 'chrome.runtime.sendMessage(location.href).catch(() => {});',
    panel: `const address = document.querySelector('p');
chrome.runtime.onMessage.addListener((url) => {
  address.textContent = url;
});
chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
  address.textContent = tab.url;
});
const box = document.querySelector('input');
document.querySelector('button').addEventListener('click', () => {
  box.checked = !box.checked;
});`,
  },
  /** A panel whose first view is in its HTML, with its style and without any script. */
  C: { panel: '' },
  /** Shows what an isolated world costs. It runs when Waymark's content script does. */
  empty: { runAt: 'document_end', content: '', panel: '' },
};

const MARKUP: Record<FloorName, string> = {
  A: '',
  B: '<p></p><button type="button">Click</button><input type="checkbox">',
  C: '',
  empty: '',
};

/** Writes a floor's extension into the new folder `folder`. @param view what floor C shows */
export async function writeFloor(name: FloorName, folder: string, view?: View): Promise<void> {
  const { content, panel, runAt } = FLOORS[name];
  const link = view ? '<link rel="stylesheet" href="sidepanel.css">' : '';
  const script = panel ? '<script src="sidepanel.js"></script>' : '';
  const manifest = {
    manifest_version: 3,
    name: `Floor ${name}`,
    version: '1.0',
    permissions: ['sidePanel'],
    host_permissions: sitePatterns,
    action: {},
    background: { service_worker: 'background.js' },
    side_panel: { default_path: 'sidepanel.html' },
    content_scripts:
      content === undefined ? [] : [{ matches: sitePatterns, run_at: runAt, js: ['content.js'] }],
  };
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'background.js': 'chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });',
    'sidepanel.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Floor</title>${link}</head><body>${view?.markup ?? MARKUP[name]}${script}</body></html>`,
    'sidepanel.js': panel,
    'sidepanel.css': view?.style ?? '',
    'content.js': content ?? '',
  };
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries(files).map(([file, text]) => writeFile(join(folder, file), text)));
}
