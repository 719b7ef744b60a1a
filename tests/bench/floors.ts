import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sitePatterns } from '../../sites/patterns.ts';

/** An extension without any framework: no less can be had for what it does. */
export type FloorName = 'A' | 'B' | 'empty';

interface Floor {
  runAt?: 'document_start' | 'document_end';
  content?: string;
  panel: string;
}

const FLOORS: Record<FloorName, Floor> = {
  /** The panel by the browser's word alone. */
  A: {
    panel: `chrome.tabs.onUpdated.addListener((id, { url }) => {
  if (url) document.body.textContent = url;
});`,
  },
  /**
   * The panel by the word of a content script. When it opens it asks the browser: asking the page would make
   * this floor higher, and Waymark does not need to.
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
  /** What an isolated world costs, and nothing else. It runs when Waymark's content script does. */
  empty: { runAt: 'document_end', content: '', panel: '' },
};

const MARKUP: Record<FloorName, string> = {
  A: '',
  B: '<p></p><button type="button">Tick</button><input type="checkbox">',
  empty: '',
};

/** Writes a floor's extension into `folder`, which is made. */
export async function writeFloor(name: FloorName, folder: string): Promise<void> {
  const { content, panel, runAt } = FLOORS[name];
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
    'sidepanel.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Floor</title></head><body>${MARKUP[name]}<script src="sidepanel.js"></script></body></html>`,
    'sidepanel.js': panel,
    'content.js': content ?? '',
  };
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries(files).map(([file, text]) => writeFile(join(folder, file), text)));
}
