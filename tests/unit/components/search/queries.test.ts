import { beforeAll, expect, test } from 'vitest';
import { builtInCourses } from '../../../../assets/courses/index.ts';
import { createSearch, type Search } from '../../../../components/search/search.ts';
import queries from '../../../fixtures/search/queries.json' with { type: 'json' };

const ORIGIN = 'https://handbook.gitlab.com';
/** The part of the queries that has to lead to a wanted page, and how far down people look for it. */
const MOST_OF = 0.95;
const SEEN = 3;

let search: Search;
beforeAll(async () => {
  const [course] = builtInCourses;
  if (!course) throw new Error('there is no course');
  search = await createSearch(course, undefined);
});

async function firstOf(query: string): Promise<string[]> {
  await search.more(query);
  return search
    .find(query, 30)
    .results.slice(0, SEEN)
    .map(({ address }) => address.replace(ORIGIN, ''));
}

test('the page that people want is among the first three results for 95 % of what they search for', async () => {
  const missed: string[] = [];
  for (const { query, wanted } of queries) {
    const first = await firstOf(query);
    if (!first.some((address) => wanted.includes(address)))
      missed.push(`${query}: ${first.join(' ')}, not ${wanted.join(' or ')}`);
  }
  expect(queries.length).toBeGreaterThanOrEqual(60);
  expect(missed.length / queries.length, missed.join('\n')).toBeLessThanOrEqual(1 - MOST_OF);
});
