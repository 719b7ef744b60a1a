import type { ShownPage } from '../state/use-shown-page.ts';
import { Living } from './Living.tsx';
import { useLiving } from './use-living.ts';

interface Props {
  shown: ShownPage;
  /** The page is part of a course. */
  inCourse: boolean;
  onChooseCourse: (id: string) => void;
}

/** What the shown page is as a course. */
export function LivingHere({ shown, inCourse, onChooseCourse }: Props) {
  return <Living {...useLiving(shown, inCourse, onChooseCourse)} />;
}
