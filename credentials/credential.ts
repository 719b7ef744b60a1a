import { CompactSign } from 'jose';
import { achievementUri, editionOf } from './edition.ts';
import type { SigningKey } from './key.ts';
import { CONTEXTS, ISSUER, LONGEST_JWT, type OpenBadge } from './open-badge.ts';

/** The parts of a course that a badge names. The edition is computed from the whole pack. */
export interface Pack {
  id: string;
  title: string;
  address: string;
  audiences: { id: string; title: string; objectives: { id: string; text: string }[] }[];
}

/** A quote as evidence for an objective. */
export interface Quote {
  objective: string;
  quote: string;
  /** The address and title of the quoted page. */
  address: string;
  title: string;
}

/** What a learner states with a badge. */
export interface Claim {
  pack: Pack;
  /**
   * The course as the learner sees it, in the wording of its page or in another language. The badge uses this wording, and that
   * of the pack for everything missing here.
   */
  seen?: Pack;
  audience: string;
  /**
   * The day on which each objective of the audience was ticked (`2026-08-31`), by its id. Days are in the learner's time zone,
   * like those in the picture and the hand-in.
   */
  reached: ReadonlyMap<string, string>;
  /** Today, in the same time zone. */
  day: string;
  /** The learner's name; '' for none. */
  name: string;
  /** The quotes that the learner chose to include. */
  quotes: readonly Quote[];
  /** Now, ms since 1970. */
  time: number;
}

const dateTime = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;

/** The title of a pack and one of its audiences with its objectives, in the wording of `seen` where that has one. */
function wordedAs(pack: Pack, id: string, seen: Pack) {
  const audience = pack.audiences.find((each) => each.id === id);
  const shown = seen.audiences.find((each) => each.id === id);
  const texts = new Map(shown?.objectives.map((each) => [each.id, each.text]));
  return (
    audience && {
      id,
      course: seen.title,
      title: shown?.title ?? audience.title,
      objectives: audience.objectives.map((each) => ({ id: each.id, text: texts.get(each.id) ?? each.text })),
    }
  );
}

/**
 * Makes the unsigned credential for a claim. Issuer and subject are both the learner, identified by this browser's key.
 * @param did of the key
 * @throws RangeError if the pack has no such audience, or one of its objectives isn't reached
 */
export async function credentialOf(claim: Claim, did: string): Promise<OpenBadge> {
  const { pack, name, day, time } = claim;
  const audience = wordedAs(pack, claim.audience, claim.seen ?? pack);
  if (!audience) throw new RangeError(`the course ${pack.id} has no audience ${claim.audience}`);
  const achieved = { edition: await editionOf(pack), course: pack.id, audience: audience.id };
  const { objectives } = audience;
  const uri = (objective: string) => achievementUri(achieved, objective);
  const result = objectives.map(({ id }) => {
    const reached = claim.reached.get(id);
    if (reached === undefined) throw new RangeError(`the objective ${id} is not reached`);
    // The clock may have been set back since the objective was ticked.
    const value = reached > day ? day : reached;
    return {
      type: ['Result'] as ['Result'],
      resultDescription: uri(id),
      status: 'Completed' as const,
      value,
    };
  });
  const evidence = claim.quotes.flatMap(
    ({ objective, quote, address, title }): OpenBadge['evidence'] & {} => {
      if (!quote || !objectives.some(({ id }) => id === objective)) return [];
      return [{ id: address, type: ['Evidence'], name: title, genre: uri(objective), narrative: quote }];
    },
  );
  return {
    '@context': [...CONTEXTS],
    id: `urn:uuid:${crypto.randomUUID()}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: audience.course,
    description:
      'Self-asserted: the learner says that they have reached the objectives of this course. It is not an official badge of the course, which its own page tells of.',
    issuer: {
      id: did,
      type: ['Profile'],
      name: ISSUER,
      description:
        "The learner's own browser, by a key that was made in it. Nobody else has checked anything.",
    },
    validFrom: dateTime(time),
    credentialSubject: {
      id: did,
      type: ['AchievementSubject'],
      ...(name && {
        identifier: [
          { type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: name },
        ] as OpenBadge['credentialSubject']['identifier'],
      }),
      achievement: {
        id: achievementUri(achieved),
        type: ['Achievement'],
        achievementType: 'Badge',
        name: audience.course,
        description: `The objectives of the course "${audience.course}" for ${audience.title}, in the edition that the SHA-256 in the id names.`,
        specialization: audience.title,
        criteria: {
          id: pack.address,
          narrative: 'The learner has ticked every objective, each by their own judgement.',
        },
        resultDescription: objectives.map(({ id, text }) => ({
          id: uri(id),
          type: ['ResultDescription'],
          name: text,
          resultType: 'Status',
        })),
      },
      result,
    },
    ...(evidence.length > 0 && { evidence }),
  };
}

/** The signed credential is longer than `LONGEST_JWT`, usually because of many quotes. */
export class TooLong extends Error {}

/**
 * Signs a credential as a compact JWS with the public key in its header (Open Badges 3.0, section 8.2).
 * @returns the JWS
 * @throws TooLong
 */
export async function sign(credential: OpenBadge, key: SigningKey): Promise<string> {
  const payload = {
    ...credential,
    iss: credential.issuer.id,
    jti: credential.id,
    nbf: Date.parse(credential.validFrom) / 1000,
    sub: credential.credentialSubject.id,
  };
  const jwt = await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: key.alg, jwk: key.jwk, typ: 'JWT' })
    .sign(key.privateKey);
  if (jwt.length > LONGEST_JWT) throw new TooLong(`the credential has ${jwt.length} characters`);
  return jwt;
}
