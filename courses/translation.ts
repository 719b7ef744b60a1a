import type { Course, Resource } from './course.ts';

/** Returns the text of `name` in `texts`, or else `text`. An id may be the name of a property that every object has. */
function translated(texts: Record<string, string> | undefined, name: string, text: string): string {
  return (texts && Object.hasOwn(texts, name) && texts[name]) || text;
}

/**
 * Returns `course` with its texts in `language`; texts without a translation stay as they are. Ids and addresses don't change, and
 * resources get `ownTitle`, because pages and search use their own titles.
 */
export function inLanguage(course: Course, language: string): Course {
  const { translations = {} } = course;
  const of = Object.hasOwn(translations, language) ? translations[language] : undefined;
  if (!of) return course;
  const resource = (each: Resource): Resource => ({
    ...each,
    title: translated(of.resources, each.id, each.title),
    ownTitle: each.title,
    ...(each.group && { group: translated(of.groups, each.group, each.group) }),
  });
  const objective = <Each extends { id: string; text: string }>(each: Each): Each => ({
    ...each,
    text: translated(of.objectives, each.id, each.text),
  });
  const { earlier } = course;
  return {
    ...course,
    title: of.title ?? course.title,
    ...(earlier && {
      earlier: {
        ...(earlier.objectives && { objectives: earlier.objectives.map(objective) }),
        ...(earlier.resources && { resources: earlier.resources.map(resource) }),
      },
    }),
    audiences: course.audiences.map((audience) => ({
      ...audience,
      title: translated(of.audiences, audience.id, audience.title),
      objectives: audience.objectives.map(objective),
    })),
    sections: course.sections.map((section) => ({
      ...section,
      title: translated(of.sections, section.id, section.title),
      resources: section.resources.map(resource),
      ...(section.videos && {
        videos: section.videos.map((video) => ({
          ...video,
          title: translated(of.videos, video.address, video.title),
        })),
      }),
    })),
  };
}
