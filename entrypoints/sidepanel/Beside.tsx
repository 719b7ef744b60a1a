import type { Match } from '../../courses/match.ts';
import { Notes, type NotesProps } from './notes/Notes.tsx';
import { useKeepPlace } from './use-keep-place.ts';
import { useVisit } from './use-visit.ts';

interface Props extends NotesProps {
  match: Match | undefined;
}

/** What the panel does beside what it shows; it loads after the first picture, which needs none of it. */
export function Beside({ match, ...notes }: Props) {
  useVisit(notes.shown, match);
  useKeepPlace(notes.shown, match);
  return <Notes {...notes} />;
}
