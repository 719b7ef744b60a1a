import { type ReaderOptions, WINDOW_SIZE } from './reader.ts';

// Nothing of the browser's own traffic, questions and first-run pages belongs in a test.
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-search-engine-choice-screen',
  '--hide-crash-restore-bubble',
];
// It asks these for the time, updates, accounts and downloads all the same: here they are nowhere.
const NOWHERE = ['accounts.google.com', 'clients2.google.com', 'sb-ssl.google.com', 'update.googleapis.com'];

/** The command line of a Chromium that is quiet, and for which the test handbook stands in for the whole web. */
export function argumentsFor(options: ReaderOptions): string[] {
  const { server, windowSize = WINDOW_SIZE, language = 'en-US' } = options;
  return [
    ...QUIET,
    `--lang=${language}`,
    '--window-position=0,0',
    `--window-size=${windowSize.width},${windowSize.height}`,
    ...(server === undefined
      ? []
      : [
          `--host-resolver-rules=${[...NOWHERE.map((host) => `MAP ${host} ~NOTFOUND`), `MAP * 127.0.0.1:${server.port}`]}`,
        ]),
    // Chromium's sandbox refuses to work for root, which is who runs tests in a container.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(options.colorScheme === 'dark' ? ['--force-dark-mode'] : []),
    ...(options.extraArgs ?? []),
  ];
}
