import type { Course } from '../../courses/course.ts';
import { credentialOf, sign } from '../../credentials/credential.ts';
import { signingKey } from '../../credentials/key.ts';
import { readEarned, type StoredBadge } from '../../progress/badges.ts';
import { withoutSecrets } from '../../sites/secrets.ts';
import { daysOf } from './days.ts';
import { packOf } from './packs.ts';

/** What the learner chose for a badge. */
export interface BadgeChoice {
  course: Course;
  /** Id of the audience. */
  audience: string;
  /** The learner's name; '' for none. */
  name: string;
  withQuotes: boolean;
}

/**
 * Signs a badge for the objectives that are ticked now, with this browser's key.
 * @returns the badge, and whether the key could be stored for the next one
 * @throws TooLong if the badge gets too long; RangeError if an objective is no longer ticked; Fault if progress can't be read
 */
export async function signBadge({
  course,
  audience,
  name,
  withQuotes,
}: BadgeChoice): Promise<{ badge: StoredBadge; keyStored: boolean }> {
  const { reached, quotes } = await readEarned(course.id);
  const made = Date.now();
  const key = await signingKey();
  const pack = await packOf(course);
  const credential = await credentialOf(
    {
      pack: { ...pack, address: withoutSecrets(pack.address) },
      // The badge names the objectives as the learner sees them.
      seen: course,
      audience,
      ...daysOf(reached, made),
      name,
      quotes: withQuotes
        ? quotes.map(({ about, quote, address, title }) => ({
            objective: about.id,
            quote,
            address: withoutSecrets(address),
            title,
          }))
        : [],
      time: made,
    },
    key.did,
  );
  const id = credential.id.replace('urn:uuid:', '');
  return { badge: { id, jwt: await sign(credential, key), audience, made }, keyStored: key.stored };
}
