/**
 * The match patterns of every site's hosts and paths: the extension asks for access to these, and its content script runs there. They
 * are in a separate file because the content script needs nothing else of the sites.
 */
export const sitePatterns = [
  'https://handbook.gitlab.com/*',
  'https://about.gitlab.com/handbook/*',
  'https://internal.gitlab.com/handbook/*',
];
