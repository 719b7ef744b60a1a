import { builtInCourses } from '../../assets/courses/index.ts';

/** A page for measuring, and what a panel should show for it. */
export interface Place {
  name: 'small page' | 'large page' | 'page of a kept course';
  url: string;
  /** The title of its section in the course. */
  section: string;
}

function titleOf(section: string): string {
  const found = builtInCourses[0]?.sections.find(({ id }) => id === section);
  if (!found) throw new Error(`The course has no section ${section}`);
  return found.title;
}

const HANDBOOK = 'https://handbook.gitlab.com/handbook/';

/** An ordinary page of the test handbook. */
export const SMALL: Place = {
  name: 'small page',
  url: `${HANDBOOK}marketing/developer-relations/programs/education-program/`,
  section: titleOf('programs'),
};

/** A page with a navigation tree as large as in the live handbook: 2.2 MB, 18,758 elements. */
export const LARGE: Place = {
  name: 'large page',
  url: `${HANDBOOK}values/?tree=large`,
  section: titleOf('best-practices'),
};

/** Whether a panel's `text` is right for `place`: it has the section's title, or for a floor the address. */
export function isRight(text: string, place: Place): boolean {
  return text.includes(place.section) || text.includes(place.url);
}
