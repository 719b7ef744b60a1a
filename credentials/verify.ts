import { markInvisible } from '../text/invisible.ts';
import type { Pack, Quote } from './credential.ts';
import { editionOf, parseAchievementUri } from './edition.ts';
import { type FileProblem, findJwt, isPicture, readFile } from './find-jwt.ts';
import type { OpenBadge } from './open-badge.ts';
import { type SignatureProblem, verifySignature } from './verify-signature.ts';

/** How far this clock may be behind that of the computer that made the badge, ms. */
const CLOCKS_DIFFER = 5 * 60_000;

/**
 * The last day that can be in a badge made at `time`. Its days are in the time zone where it was made, which is at most a day ahead
 * of UTC.
 */
const lastDayAt = (time: number) => new Date(time + 86_400_000).toISOString().slice(0, 10);

/** Why a badge isn't valid. */
export type BadgeProblem =
  | FileProblem
  | SignatureProblem
  /** `future`: it was made later than now. `dates`: an objective was reached after the badge was made. */
  | 'future'
  | 'dates'
  /** Its objectives aren't those of the edition it names, each once. */
  | 'objectives';

/** What a valid badge states: who, which course, and which objectives when. It doesn't prove that anyone learned anything. */
export interface ValidBadge {
  id: string;
  /** The name that the learner gave, which nobody has checked; '' for none. */
  name: string;
  course: { id: string; title: string; address: string };
  audience: { id: string; title: string };
  objectives: { id: string; text: string; day: string }[];
  quotes: Quote[];
  /** When it was made by its browser's clock, ms since 1970. */
  time: number;
  /** The key that signed it. */
  did: string;
  /**
   * Whether its course is known here: in the same edition, in the same edition but with other wording (`worded`), in another edition,
   * or not at all. Objectives are only compared with the same edition.
   */
  edition: 'same' | 'worded' | 'other' | 'unknown';
  /** The course as it is known here, if the badge has the other wording that the learner saw. */
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
 * Compares a badge with the pack of the same edition. Objectives are compared by their ids, since the learner may have seen the
 * course in the wording of its page or in another language.
 * @returns undefined if the objectives aren't the same
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
 * Verifies a badge with the courses known here and the clock. Never rejects.
 * @param text of the badge's file: a picture, a JWT, or JSON with a member `jwt`
 * @param packs the courses, not translated
 * @param now ms since 1970
 * @returns what the badge states, or the first problem found
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

/** Like `verifyText`, for a file. `picture` says whether it is a picture: what that shows isn't verified, only the credential in it. */
export async function verifyFile(
  file: Blob,
  packs: readonly Pack[],
  now: number,
): Promise<Verified & { picture: boolean }> {
  const read = await readFile(file);
  if ('wrong' in read) return { ...read, picture: false };
  return { ...(await verifyText(read.text, packs, now)), picture: isPicture(read.text) };
}
