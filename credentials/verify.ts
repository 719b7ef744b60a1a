import { markInvisible } from '../text/invisible.ts';
import type { Pack, Quote } from './credential.ts';
import { editionOf, parseAchievementUri } from './edition.ts';
import { type FileProblem, findJwt, isPicture, readFile } from './find-jwt.ts';
import type { OpenBadge } from './open-badge.ts';
import { type SignatureProblem, verifySignature } from './verify-signature.ts';

/** How far a clock may be behind the one by which a badge was made, in milliseconds. */
const CLOCKS_DIFFER = 5 * 60_000;

/**
 * The last day that can be in a badge made at `time`: its days are those of the calendar where it was made, which is a day ahead of
 * UTC's at most.
 */
const lastDayAt = (time: number) => new Date(time + 86_400_000).toISOString().slice(0, 10);

/** Why a badge does not hold. */
export type BadgeProblem =
  | FileProblem
  | SignatureProblem
  /** It is from a time to come, or an objective was reached after it. */
  | 'future'
  | 'dates'
  /** Its objectives are not those that the edition of its course has, or not each once. */
  | 'objectives';

/** What a badge says that holds: by whom, which course, which objectives when. That anyone learned anything, it cannot show. */
export interface ValidBadge {
  id: string;
  /** The name that the learner gave; '' for none. Nobody has checked it. */
  name: string;
  course: { id: string; title: string; address: string };
  audience: { id: string; title: string };
  objectives: { id: string; text: string; day: string }[];
  quotes: Quote[];
  /** When it was made by the clock of its browser, in milliseconds since 1970. */
  time: number;
  /** The key that it is from. */
  did: string;
  /**
   * Whether its course is known here: in this very edition, also in other words (`worded`), in another edition, or not at all. Only of
   * the same edition the objectives are compared.
   */
  edition: 'same' | 'worded' | 'other' | 'unknown';
  /** The course as it is known here, where the badge names it in other words: those that the learner saw. */
  pack?: Pack;
}

export type Verified = { valid: ValidBadge } | { wrong: BadgeProblem };

function readBadge(badge: OpenBadge): Omit<ValidBadge, 'edition'> | undefined {
  const { achievement, identifier, result, id: did } = badge.credentialSubject;
  const achieved = parseAchievementUri(achievement.id);
  if (!achieved || achieved.objective !== undefined) return undefined;
  const { edition, course, audience } = achieved;
  const objectiveOf = (uri: string) => {
    const named = parseAchievementUri(uri);
    const same = named?.edition === edition && named.course === course && named.audience === audience;
    return same ? named.objective : undefined;
  };
  const days = new Map(result.map(({ resultDescription, value }) => [resultDescription, value]));
  const objectives: ValidBadge['objectives'] = [];
  for (const { id: uri, name } of achievement.resultDescription) {
    const id = objectiveOf(uri);
    const day = days.get(uri);
    if (id === undefined || day === undefined) return undefined;
    objectives.push({ id, text: markInvisible(name), day });
  }
  const ids = new Set(objectives.map(({ id }) => id));
  if (ids.size !== objectives.length || result.length !== objectives.length) return undefined;
  const quotes: Quote[] = [];
  for (const { id: address, genre, name: title, narrative: quote } of badge.evidence ?? []) {
    const objective = objectiveOf(genre);
    if (objective === undefined || !ids.has(objective)) return undefined;
    quotes.push({ objective, quote: markInvisible(quote), address, title: markInvisible(title) });
  }
  return {
    id: badge.id,
    name: markInvisible(identifier?.[0].identityHash ?? ''),
    course: { id: course, title: markInvisible(achievement.name), address: achievement.criteria.id },
    audience: { id: audience, title: markInvisible(achievement.specialization) },
    objectives,
    quotes,
    time: Date.parse(badge.validFrom),
    did,
  };
}

/**
 * How what a badge says of its course is what `pack`, of the same edition, says: in the same words, in others, or not at all. What
 * was reached is told by ids: a learner may have seen the course in the words of its page, or in another language.
 */
function comparedWith({ course, audience, objectives }: Omit<ValidBadge, 'edition'>, pack: Pack) {
  const own = pack.audiences.find(({ id }) => id === audience.id);
  const isOf =
    course.address === pack.address &&
    own?.objectives.length === objectives.length &&
    own.objectives.every(({ id }, at) => objectives[at]?.id === id);
  if (!isOf) return undefined;
  const isSame =
    course.title === markInvisible(pack.title) &&
    audience.title === markInvisible(own.title) &&
    own.objectives.every(({ text }, at) => objectives[at]?.text === markInvisible(text));
  return isSame ? 'same' : 'worded';
}

/**
 * Checks a badge, with nothing but the courses that are known here and the clock.
 * @param text of the file that it is in: a picture, a JWT, or JSON with a `jwt`
 * @param packs the courses in their own language
 * @param now in milliseconds since 1970
 * @returns what it says that holds, or the first thing that is wrong. Never rejects.
 */
export async function verifyText(text: string, packs: readonly Pack[], now: number): Promise<Verified> {
  const found = findJwt(text);
  if ('wrong' in found) return found;
  const opened = await verifySignature(found.jwt);
  if ('wrong' in opened) return opened;
  const valid = readBadge(opened.badge);
  if (!valid) return { wrong: 'objectives' };
  if (valid.time > now + CLOCKS_DIFFER) return { wrong: 'future' };
  const lastDay = lastDayAt(valid.time);
  if (valid.objectives.some(({ day }) => day > lastDay)) return { wrong: 'dates' };
  const pack = packs.find(({ id }) => id === valid.course.id);
  if (!pack) return { valid: { ...valid, edition: 'unknown' } };
  const edition = parseAchievementUri(opened.badge.credentialSubject.achievement.id)?.edition;
  if (edition !== (await editionOf(pack))) return { valid: { ...valid, edition: 'other' } };
  const compared = comparedWith(valid, pack);
  if (!compared) return { wrong: 'objectives' };
  return { valid: { ...valid, edition: compared, ...(compared === 'worded' && { pack }) } };
}

/** As `verifyText`, of a file; and whether that is a picture, which nobody has compared with what is signed in it. */
export async function verifyFile(
  file: Blob,
  packs: readonly Pack[],
  now: number,
): Promise<Verified & { picture: boolean }> {
  const read = await readFile(file);
  if ('wrong' in read) return { ...read, picture: false };
  return { ...(await verifyText(read.text, packs, now)), picture: isPicture(read.text) };
}
