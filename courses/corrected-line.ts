import { withoutSecrets } from '../sites/secrets.ts';
import type { Course, Resource } from './course.ts';

/** Characters that Markdown would take for its own in the text of a link. */
const SPECIAL = /[\\[\]*_`<>&!~]/g;

/**
 * The line of Markdown that the course's page should have for a link that moved, with the path alone where it is on the
 * page's own host; for one that is gone, its title without a link. The title is the pack's own, in whatever language it is shown.
 */
export function correctedLine(course: Course, resource: Resource): string {
  const title = (resource.ownTitle ?? resource.title).replace(SPECIAL, '\\$&');
  if (resource.gone) return `- ${title}`;
  const { origin } = new URL(course.address);
  const whole = withoutSecrets(resource.address);
  const address = whole.startsWith(`${origin}/`) ? whole.slice(origin.length) : whole;
  const target = address.replace(/[()<>\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `- [${title}](${target})`;
}
