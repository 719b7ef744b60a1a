import { matchPage } from '../catalog/course-index.ts';
import type { Match } from '../courses/match.ts';
import { Notes, type NotesProps } from './notes/Notes.tsx';
import { useKeepPlace } from './state/use-keep-place.ts';
import type { ShownPage } from './state/use-shown-page.ts';
import { useVisit } from './state/use-visit.ts';

interface Props extends NotesProps {
  match: Match | undefined;
  /** The page that `match` is about: an earlier one while a view covers the panel, behind which the reader may be reading on. */
  held: ShownPage;
}

/** What the panel does next to what it shows; it loads after the first picture, which needs none of it. */
export function Beside({ match, held, ...notes }: Props) {
  const { shown, course } = notes;
  const [now] = held !== shown && shown.address ? matchPage(shown.address, shown.news, course) : [];
  const read = held === shown ? match : now;
  useVisit(shown, read);
  useKeepPlace(shown, read);
  return <Notes {...notes} />;
}
