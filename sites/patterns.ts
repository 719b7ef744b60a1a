/**
 * Match patterns of every site's hosts and paths: what the extension asks access to, and where its content script runs.
 * In a file of their own, since the content script needs nothing else of the sites.
 */
export const sitePatterns = [
  'https://handbook.gitlab.com/*',
  'https://about.gitlab.com/handbook/*',
  'https://internal.gitlab.com/handbook/*',
];
