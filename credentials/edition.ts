import { toBase64url } from './base64url.ts';
import { canonicalJson } from './json.ts';

/** SHA-256 of `text` in UTF-8. */
export async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

/** Identifies the edition of a course: the SHA-256 of its pack's canonical JSON, in base64url. @param pack as parsed from JSON */
export async function editionOf(pack: unknown): Promise<string> {
  return toBase64url(await sha256(canonicalJson(pack)));
}

/** What a badge is for: the edition of a course, its id, and the id of the audience whose objectives were reached. */
export interface Achievement {
  edition: string;
  course: string;
  audience: string;
}

/**
 * The URI of an achievement or of one of its objectives. It is a name by hash (RFC 6920), since a course from a file has no address
 * and another edition is another achievement.
 */
export function achievementUri({ edition, course, audience }: Achievement, objective?: string): string {
  const query = new URLSearchParams({ course, audience, ...(objective !== undefined && { objective }) });
  return `ni:///sha-256;${edition}?${query}`;
}

/** Parses the URI of an achievement or objective. Undefined if it isn't exactly as `achievementUri` writes it. */
export function parseAchievementUri(uri: string): (Achievement & { objective?: string }) | undefined {
  const [, edition, rest] = /^ni:\/\/\/sha-256;([\w-]{43})\?(.*)$/.exec(uri) ?? [];
  if (!edition) return undefined;
  const query = new URLSearchParams(rest);
  const achieved = { edition, course: query.get('course') ?? '', audience: query.get('audience') ?? '' };
  const objective = query.get('objective') ?? undefined;
  if (achievementUri(achieved, objective) !== uri) return undefined;
  return objective === undefined ? achieved : { ...achieved, objective };
}
