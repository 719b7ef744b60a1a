import type { Audience, Section } from '../course.ts';
import { addPairs, by } from './match-greedily.ts';
import type { Parts, Sameness } from './matching.ts';

const byId = by(({ id }: { id: string }) => id);

/** Which of a course of one pack is what in a later one: what has the same id, since the author of packs keeps them. */
export function sameIds(kept: Parts, read: Parts): Sameness {
  return {
    audiences: addPairs(new Map<Audience, Audience>(), kept.course.audiences, read.course.audiences, byId),
    objectives: addPairs(
      new Map(),
      kept.objectives,
      read.objectives,
      by(({ objective }) => objective.id),
    ),
    sections: addPairs(new Map<Section, Section>(), kept.course.sections, read.course.sections, byId),
    resources: addPairs(
      new Map(),
      kept.resources,
      read.resources,
      by(({ thing }) => thing.id),
    ),
    videos: addPairs(
      new Map(),
      kept.videos,
      read.videos,
      by(({ thing }) => thing.address),
    ),
  };
}
