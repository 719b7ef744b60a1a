import type { Course } from '../../../courses/course.ts';
import { credentialOf, sign } from '../../../credentials/credential.ts';
import { signingKey } from '../../../credentials/key.ts';
import type { Earned, KeptBadge } from '../../../progress/badges.ts';
import { packOf } from './packs.ts';

/** What the learner wants in a badge. */
export interface Wanted {
  course: Course;
  audience: string;
  /** '' for none. */
  name: string;
  withQuotes: boolean;
}

/**
 * Signs a badge with this browser's key.
 * @returns the badge, and whether the key is kept for the next one
 * @throws RangeError where it would be too long, or an objective is not reached
 */
export async function signBadge(
  { course, audience, name, withQuotes }: Wanted,
  { reached, quotes }: Earned,
): Promise<{ badge: KeptBadge; keyKept: boolean }> {
  const made = Date.now();
  const key = await signingKey();
  const credential = await credentialOf(
    {
      pack: packOf(course),
      audience,
      reached,
      name,
      quotes: withQuotes ? quotes.map(({ about, ...quote }) => ({ ...quote, objective: about.id })) : [],
      time: made,
    },
    key.did,
  );
  const id = credential.id.replace('urn:uuid:', '');
  return { badge: { id, jwt: await sign(credential, key), audience, made }, keyKept: key.kept };
}
