import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Match } from '../../courses/match.ts';

/** How long a section must be shown before it is announced, in milliseconds. Sections that the reader scrolls past aren't. */
const REST = 1000;

/** Announces to screen readers, in a polite live region, that the page belongs to another section. */
export function Announcer({ match }: { match: Match | undefined }) {
  const [said, setSaid] = useState('');
  const section = match?.section;
  const sections = match?.course.sections ?? [];
  const sentence = section
    ? i18n.t('here.announced', [sections.indexOf(section) + 1, sections.length, section.title])
    : '';
  useEffect(() => {
    const timer = setTimeout(() => setSaid(sentence), REST);
    return () => clearTimeout(timer);
  }, [sentence]);
  return (
    <p class="unseen" role="status">
      {said}
    </p>
  );
}
