import { type Course, objectivesOf, resourcesOf } from '../course.ts';

type Texts = Record<string, string> | undefined;

/** What a translation can name, with what it is called in the course. */
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
 * The translations of `kept` that still hold for `course`, which it has become: of what is called as it was. What was
 * reworded is better shown in the page's language than in words that are not its own.
 */
export function translationsOf(kept: Course, course: Course): Course['translations'] {
  if (!kept.translations) return undefined;
  const [before, after] = [namesIn(kept), namesIn(course)];
  const holding = (kind: keyof typeof before, texts: Texts) =>
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
    Object.entries(kept.translations).map(([language, { title, ...texts }]) => [
      language,
      {
        ...(title !== undefined && kept.title === course.title && { title }),
        ...Object.assign({}, ...kinds.map((kind) => holding(kind, texts[kind]))),
      },
    ]),
  );
}
