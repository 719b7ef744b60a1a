import movesTable from '../../assets/sites/moves.json' with { type: 'json' };
import type { Course } from '../../courses/course.ts';
import type { MovedAddresses } from '../../courses/match.ts';
import { type Sighting, settle } from '../../courses/moved.ts';
import { readMoves } from '../../progress/moves.ts';
import { movedAddresses, movedTo } from '../../sites/moves.ts';

const moved = movedAddresses(movesTable);
let last: string | undefined;

type Learned = Sighting & { course: string };

async function sightingsOf(courses: readonly Course[]): Promise<Learned[]> {
  const records = await readMoves(courses.map(({ id }) => id)).catch(() => []);
  return records.map(({ key: [course, , resource, to], value, time }) => ({
    course,
    resource,
    to,
    time,
    ...value,
  }));
}

/**
 * `courses` with their links where they lead by the table of the handbook's moves and by what was learned, and the
 * search for the addresses that the table connects. Undefined where that is as it was at the last call. Where
 * what was learned cannot be read, the table alone counts.
 */
export async function settledCourses(
  courses: readonly Course[],
): Promise<{ courses: Course[]; moved: MovedAddresses } | undefined> {
  const sightings = await sightingsOf(courses);
  const now = JSON.stringify(sightings);
  if (now === last) return undefined;
  last = now;
  const redirected = (address: string) => movedTo(movesTable, address);
  return {
    courses: courses.map((each) =>
      settle(
        each,
        redirected,
        sightings.filter(({ course }) => course === each.id),
      ),
    ),
    moved,
  };
}
