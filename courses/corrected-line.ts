import { withoutSecrets } from '../sites/secrets.ts';
import type { Course, Resource } from './course.ts';

/** Characters that Markdown would interpret in the text of a link. */
const SPECIAL = /[\\[\]*_`<>&!~]/g;

/**
 * Returns the line of Markdown that replaces an outdated link on the course page: a list item with a link, or with the title alone
 * if the resource was removed. An address on the page's own host is written as a path. The title is the pack's own, also when
 * the course is shown in another language.
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
