import { type ReaderOptions, WINDOW_SIZE } from './reader.ts';

// Keeps the browser's own traffic, prompts and first-run pages out of the tests.
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
// Chromium contacts these hosts for the time, updates, accounts and downloads even so. Here they don't resolve.
const NOWHERE = ['accounts.google.com', 'clients2.google.com', 'sb-ssl.google.com', 'update.googleapis.com'];

/** Returns the command line of a quiet Chromium in which the test handbook answers for the whole web. */
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
    // Chromium's sandbox refuses to run as root, which tests in a container do.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(options.colorScheme === 'dark' ? ['--force-dark-mode'] : []),
    ...(options.extraArgs ?? []),
  ];
}
