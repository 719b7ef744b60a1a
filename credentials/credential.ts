import { CompactSign } from 'jose';
import { achievementUri, editionOf } from './edition.ts';
import type { SigningKey } from './key.ts';
import { CONTEXTS, ISSUER, LONGEST_JWT, type OpenBadge } from './open-badge.ts';

/** What of a course a badge names; its edition is taken of the whole pack. */
export interface Pack {
  id: string;
  title: string;
  address: string;
  audiences: { id: string; title: string; objectives: { id: string; text: string }[] }[];
}

/** A quote that shows that an objective was reached. */
export interface Quote {
  objective: string;
  quote: string;
  /** The page that it is from, and what that is called. */
  address: string;
  title: string;
}

/** What a learner claims. */
export interface Claim {
  pack: Pack;
  /**
   * The course as the learner sees it, in the words of its page or in another language: the badge names it in these words. Where
   * it has none for something, and where nothing is given, those of the pack are named.
   */
  seen?: Pack;
  audience: string;
  /**
   * The day on which each of the audience's objectives was ticked, such as `2026-08-31`, by its id. Days are those of the learner's
   * own calendar: the picture and the hand-in show the same.
   */
  reached: ReadonlyMap<string, string>;
  /** Today by that calendar. */
  day: string;
  /** '' for none. */
  name: string;
  /** Those that the learner wants in it. */
  quotes: readonly Quote[];
  /** Now, in milliseconds since 1970. */
  time: number;
}

const dateTime = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;

/** What of a pack a learner sees in the words of `seen`: its title, and one audience with its objectives. */
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
 * The credential of a claim, not signed yet: from the learner to the learner, who both are the key of this browser.
 * @throws RangeError where the pack has no such audience, or one of its objectives is not reached
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
    // A clock may have been put back since.
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

/** A credential is longer than a badge may be: it has too many quotes. */
export class TooLong extends Error {}

/**
 * Signs a credential as Open Badges 3.0 says (section 8.2): a compact JWS whose header has the public key.
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
