import { t } from '../texts.ts';
import { beginning, named, nth, region, type Target, within } from './by-role.ts';

/** The header's button that shows the section with this title, whatever of it is done. @param number of the section, from 1 */
export function segmentOf(title: string, number: number): Target {
  const name = t('bar.section', [number, title, '', '']);
  const known = name.slice(0, name.indexOf(title) + title.length);
  return within(named('banner'), named('button', beginning(known)));
}

/** The button in the list of sections that shows the one with this title. */
export const inSectionList = (title: string): Target =>
  nth(within(region('course.sections'), named('button', beginning(title))), 0);
