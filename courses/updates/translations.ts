import { type Course, objectivesOf, resourcesOf } from '../course.ts';

type Texts = Record<string, string> | undefined;

/** The texts of a course that a translation can have, by kind and id. */
function namesIn(course: Course) {
  const { objectives = [], resources = [] } = course.earlier ?? {};
  const all = [...resourcesOf(course), ...resources];
  const titles = (each: { id: string; title: string }[]) => new Map(each.map(({ id, title }) => [id, title]));
  const same = (each: string[]) => new Map(each.map((text) => [text, text]));
  return {
    audiences: titles(course.audiences),
    objectives: new Map([...objectivesOf(course), ...objectives].map(({ id, text }) => [id, text])),
    sections: titles(course.sections),
    resources: titles(all),
    groups: same(all.flatMap(({ group }) => (group === undefined ? [] : [group]))),
    videos: new Map(
      course.sections.flatMap(({ videos = [] }) => videos.map(({ title, address }) => [address, title])),
    ),
  };
}

/**
 * Returns the translations of the stored course that are still valid for `course`, its new version: those of unchanged texts.
 * A reworded text is better shown in the page's language than in an outdated translation.
 */
export function translationsOf(stored: Course, course: Course): Course['translations'] {
  if (!stored.translations) return undefined;
  const [before, after] = [namesIn(stored), namesIn(course)];
  const stillValid = (kind: keyof typeof before, texts: Texts) =>
    texts && {
      [kind]: Object.fromEntries(
        Object.entries(texts).filter(([name]) => {
          const called = after[kind].get(name);
          return called !== undefined && called === before[kind].get(name);
        }),
      ),
    };
  const kinds = Object.keys(before) as (keyof typeof before)[];
  return Object.fromEntries(
    Object.entries(stored.translations).map(([language, { title, ...texts }]) => [
      language,
      {
        ...(title !== undefined && stored.title === course.title && { title }),
        ...Object.assign({}, ...kinds.map((kind) => stillValid(kind, texts[kind]))),
      },
    ]),
  );
}
