import type { Pack } from '../../../credentials/credential.ts';
import type { OpenBadge } from '../../../credentials/open-badge.ts';
import { decode } from './samples.ts';

/**
 * What Waymark 0.3.0 says of a badge that is signed well, by its own last rule: there every word counted.
 * @param isSame whether the edition that the badge names is that of `pack`
 */
export function verdictOf030(jwt: string, pack: Pack, isSame: boolean): 'same' | 'other' | 'objectives' {
  if (!isSame) return 'other';
  const { achievement }: OpenBadge['credentialSubject'] = decode(jwt.split('.')[1]).credentialSubject;
  const audienceId = new URLSearchParams(achievement.id.split('?')[1]).get('audience');
  const objectives = achievement.resultDescription.map(({ id, name }) => ({
    id: new URLSearchParams(id.split('?')[1]).get('objective'),
    text: name,
  }));
  const own = pack.audiences.find(({ id }) => id === audienceId);
  const isOf =
    achievement.name === pack.title &&
    achievement.criteria.id === pack.address &&
    own?.title === achievement.specialization &&
    own.objectives.length === objectives.length &&
    own.objectives.every(({ id, text }, at) => objectives[at]?.id === id && objectives[at]?.text === text);
  return isOf ? 'same' : 'objectives';
}
