import type { ProgressRecord } from '../../progress/records.ts';

const STAMP = { time: Date.UTC(2026, 9, 1), count: 0, device: 'earlier' };

/** What a reader has done in a course. */
interface DoneBefore {
  /** Ids of resources. */
  read?: readonly string[];
  /** Ids of objectives. */
  ticked?: readonly string[];
  audience?: string;
}

/** The records of a reader who did this some time ago. */
export function recordsOf(
  course: string,
  { read = [], ticked = [], audience }: DoneBefore,
): ProgressRecord[] {
  return [
    ...read.map(
      (id): ProgressRecord => ({ key: [course, 'visit', id, '2026-10-01'], value: true, ...STAMP }),
    ),
    ...ticked.map((id): ProgressRecord => ({ key: [course, 'completion', id], value: true, ...STAMP })),
    ...(audience ? [{ key: [course, 'audience'], value: audience, ...STAMP } as ProgressRecord] : []),
  ];
}

/** The records of a reader who used this course last, wrote a note about a resource, and has seen the course's page. */
export const recordsAbout = (
  course: string,
  resource: string,
  texts: Readonly<Record<string, string>>,
): ProgressRecord[] => [
  { key: ['', 'setting', 'course'], value: course, ...STAMP },
  { key: ['*', 'words', course], value: { ...texts, '': 'en' }, ...STAMP },
  {
    key: [course, 'note', 'a-note'],
    value: {
      about: { kind: 'resource', id: resource },
      words: 'To be asked about.',
      quote: '',
      address: '',
      title: '',
      evidence: false,
      made: STAMP.time,
    },
    ...STAMP,
  },
];
