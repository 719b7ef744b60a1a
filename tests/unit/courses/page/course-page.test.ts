import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../../assets/courses/index.ts';
import { type Course, objectivesOf, resourcesOf } from '../../../../courses/course.ts';
import { CourseSchema } from '../../../../courses/pack.ts';
import { courseIn } from '../../../fixtures/course-pages.ts';
import { handbookPage } from '../../../fixtures/pages.ts';

const PATHWAY = '/handbook/marketing/developer-relations/community-pathway/';

describe('the course page', () => {
  const pack = builtInCourses[0] as Course;
  const course = courseIn(handbookPage(PATHWAY) ?? '', {
    address: `https://handbook.gitlab.com${PATHWAY}`,
  }) as Course;

  test('has two audiences, named by the sentences that introduce their objectives', () => {
    expect(course.audiences.map(({ id, title, objectives }) => [id, title, objectives.length])).toEqual([
      ['team-member', 'Team member', 4],
      ['member-of-the-community', 'Member of the community', 5],
    ]);
    expect(objectivesOf(course)).toHaveLength(objectivesOf(pack).length);
  });

  test('has the sections of the built-in course, named by the outline, without objectives and outline', () => {
    const heads = ({ sections }: Course) => sections.map(({ title, anchor }) => ({ title, anchor }));
    expect(heads(course)).toEqual(heads(pack));
  });

  test('has the resources of the built-in course at present or former addresses, each in its section and group', () => {
    for (const [at, section] of pack.sections.entries()) {
      const read = course.sections[at]?.resources ?? [];
      for (const { address, group } of read) {
        const same = section.resources.find((each) =>
          [each.address, ...(each.formerly ?? [])].includes(address),
        );
        expect(same, address).toBeDefined();
        expect(same?.group ?? 'Community Programs').toBe(group ?? 'Community Programs');
      }
      expect(read).toHaveLength(section.resources.length);
    }
  });

  test('has its two videos from frames, with the addresses to watch them', () => {
    const videos = ({ sections }: Course) =>
      sections.map((section) => (section.videos ?? []).map(({ address }) => address));
    expect(videos(course)).toEqual(videos(pack));
  });

  test('matches the schema, with ids from its words and addresses', () => {
    expect(v.parse(CourseSchema, course)).toEqual(course);
    expect(course).toMatchObject({
      id: 'marketing-developer-relations-community-pathway',
      edition: '2026-08',
      title: 'Community Learning Pathway: Course Resources',
    });
    const ids = resourcesOf(course).map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['mrarr', 'education-program', 'developer-portal', 'transparency']),
    );
  });
});
