import { addresses, handInQueries, otherAddresses } from './addresses.ts';
import { backupFiles } from './backups.ts';
import { badgeFiles, signedBadges } from './badges.ts';
import { builtInPages, followedPages } from './course-pages.ts';
import { documents, pageTrees } from './documents.ts';
import { markdown } from './markdown.ts';
import { pageAnswers, pageInfo } from './messages.ts';
import { packFiles } from './packs.ts';
import { policies } from './policies.ts';
import { snapshots, storedRecords, syncedShards } from './stored.ts';
import type { FuzzTarget } from './target.ts';

/** All functions that receive data from outside. */
export const targets: FuzzTarget[] = [
  pageInfo,
  pageAnswers,
  documents,
  pageTrees,
  followedPages,
  builtInPages,
  addresses,
  otherAddresses,
  packFiles,
  backupFiles,
  storedRecords,
  snapshots,
  syncedShards,
  policies,
  badgeFiles,
  signedBadges,
  handInQueries,
  markdown,
];
