import type { Course } from '../../courses/course.ts';
import { credentialOf, sign } from '../../credentials/credential.ts';
import { signingKey } from '../../credentials/key.ts';
import { readEarned, type StoredBadge } from '../../progress/badges.ts';
import { withoutSecrets } from '../../sites/secrets.ts';
import { daysOf } from './days.ts';
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
 * Signs a badge with this browser's key, for what is ticked by now.
 * @returns the badge, and whether the key is kept for the next one
 * @throws TooLong; RangeError where an objective is not ticked any more; Fault where that cannot be read
 */
export async function signBadge({
  course,
  audience,
  name,
  withQuotes,
}: Wanted): Promise<{ badge: StoredBadge; keyKept: boolean }> {
  const { reached, quotes } = await readEarned(course.id);
  const made = Date.now();
  const key = await signingKey();
  const pack = await packOf(course);
  const credential = await credentialOf(
    {
      pack: { ...pack, address: withoutSecrets(pack.address) },
      // Its words are those that the learner sees.
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
  return { badge: { id, jwt: await sign(credential, key), audience, made }, keyKept: key.kept };
}
