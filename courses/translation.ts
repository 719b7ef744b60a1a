import type { Course, Resource } from './course.ts';

/** What `texts` says of `name`, else `text`. An id may be the name of something that every object has. */
function said(texts: Record<string, string> | undefined, name: string, text: string): string {
  return (texts && Object.hasOwn(texts, name) && texts[name]) || text;
}

/**
 * `course` with its texts in `language`, as far as its pack carries them. Only texts change: ids and addresses stay, and a
 * resource keeps its own title, for what is looked for on pages.
 */
export function inLanguage(course: Course, language: string): Course {
  const { translations = {} } = course;
  const of = Object.hasOwn(translations, language) ? translations[language] : undefined;
  if (!of) return course;
  const resource = (each: Resource): Resource => ({
    ...each,
    title: said(of.resources, each.id, each.title),
    ownTitle: each.title,
    ...(each.group && { group: said(of.groups, each.group, each.group) }),
  });
  const objective = <Each extends { id: string; text: string }>(each: Each): Each => ({
    ...each,
    text: said(of.objectives, each.id, each.text),
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
      title: said(of.audiences, audience.id, audience.title),
      objectives: audience.objectives.map(objective),
    })),
    sections: course.sections.map((section) => ({
      ...section,
      title: said(of.sections, section.id, section.title),
      resources: section.resources.map(resource),
      ...(section.videos && {
        videos: section.videos.map((video) => ({
          ...video,
          title: said(of.videos, video.address, video.title),
        })),
      }),
    })),
  };
}
