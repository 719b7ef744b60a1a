import type { Course, Objective } from '../course.ts';
import { likenessOf, wordSetOf } from '../page/words.ts';
import { addPairs, type Rule } from './pairs.ts';

const words = ({ text }: Objective) => wordSetOf(text);
const alike: Rule<Objective, Objective> = {
  keptKeys: words,
  readKeys: words,
  sure: (a, b) => likenessOf(words(a), words(b)),
};

/** The objectives of the pack with their counterparts on the page: in their order where both have as many, else by their words. */
function counterparts(course: Course, read: Course): Map<Objective, Objective> {
  const all = read.audiences.flatMap(({ objectives }) => objectives);
  const sameAudiences = course.audiences.length === read.audiences.length;
  const found = new Map<Objective, Objective>();
  course.audiences.forEach(({ objectives }, at) => {
    const its = sameAudiences ? (read.audiences[at]?.objectives ?? []) : all;
    if (sameAudiences && its.length === objectives.length) {
      objectives.forEach((each, place) => {
        found.set(each, its[place] as Objective);
      });
    } else addPairs(found, its, objectives, alike);
  });
  return found;
}

/**
 * The built-in `course` with its objectives in the words of its page, which was read as `read`. Only words change: ids,
 * sections and addresses stay. An objective without a counterpart on the page stays in the pack's words.
 */
export function withOwnWords(course: Course, read: Course): Course {
  const found = counterparts(course, read);
  const audiences = course.audiences.map((audience) => ({
    ...audience,
    objectives: audience.objectives.map((objective) => ({
      ...objective,
      text: found.get(objective)?.text ?? objective.text,
    })),
  }));
  return { ...course, audiences };
}
