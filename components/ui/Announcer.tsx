import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Course, Section } from '../../courses/course.ts';

/** How long a section must be shown before it is announced, in milliseconds. Sections that the reader scrolls past aren't. */
const REST = 1000;

interface Props {
  course: Course;
  /** The section that the panel shows. */
  section: Section | undefined;
}

/** Announces to screen readers, in a polite live region, that the panel shows another section. */
export function Announcer({ course: { sections }, section }: Props) {
  const [said, setSaid] = useState('');
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
