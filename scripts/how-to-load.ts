import { join } from 'node:path';

/**
 * Says how to load the builds into each browser.
 * @param output the folder with the builds. It should be an absolute path: file dialogs hide folders whose name begins with a dot, but
 *   all of them take a whole path
 * @param version of Waymark, which is in the names of the archives
 * @returns several lines of text
 */
export const howToLoad = (output: string, version: string): string =>
  `To try the builds:

Chrome, Chromium or Edge (117 or newer)
  1. Open chrome://extensions and turn on “Developer mode”.
  2. Choose “Load unpacked” and select this folder:
     ${join(output, 'chrome-mv3')}
  Waymark stays installed as long as the folder exists.

Firefox (140 or newer)
  1. Open about:debugging#/runtime/this-firefox and choose “Load Temporary Add-on…”.
  2. Select this file:
     ${join(output, 'firefox-mv3', 'manifest.json')}
  Firefox removes it, with its data, when it quits. To install ${join(output, `waymark-${version}-firefox.zip`)} permanently in
  Firefox ESR or the Developer Edition, see “Install it for real” in README.md.

Then open a page of the handbook, and press Alt+Shift+L or click Waymark’s icon.`;
