import type { Course } from '../../courses/course.ts';
import type { OnOpen } from '../ui/Link.tsx';
import { useStatus } from '../ui/use-status.ts';
import { Library } from './Library.tsx';
import { useImport } from './use-import.ts';
import { useLibrary } from './use-library.ts';

export interface LibraryProps {
  course: Course;
  /** Progress can be written. */
  writable: boolean;
  onOpen: OnOpen;
  onChooseCourse: (id: string) => void;
  onClose: () => void;
}

/** The library, and what it does. */
export function LibrarySheet({ course, writable, onOpen, onChooseCourse, onClose }: LibraryProps) {
  const status = useStatus<'yours' | 'import'>();
  const library = useLibrary(status);
  const importing = useImport(status);
  return (
    <Library
      current={course.id}
      writable={writable}
      importing={importing}
      onOpen={onOpen}
      onChoose={onChooseCourse}
      onClose={onClose}
      {...library}
    />
  );
}
