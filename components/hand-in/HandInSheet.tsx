import { useState } from 'preact/hooks';
import type { Course } from '../../courses/course.ts';
import { HandInForm } from './HandInForm.tsx';
import { queryOf } from './query.ts';
import { useHandIn } from './use-hand-in.ts';

interface Props {
  course: Course;
  onClose: () => void;
}

/** The sheet in which a course is handed in. */
export function HandInSheet({ course, onClose }: Props) {
  const [chosen, setChosen] = useState('');
  const [withNotes, setWithNotes] = useState(true);
  const section = course.sections.find(({ id }) => id === chosen);
  return (
    <HandInForm
      course={course}
      section={section?.id ?? ''}
      withNotes={withNotes}
      {...useHandIn(course, section, withNotes)}
      page={`/hand-in.html?${queryOf({ course, section, withNotes })}`}
      onChooseSection={setChosen}
      onWithNotes={setWithNotes}
      onClose={onClose}
    />
  );
}
