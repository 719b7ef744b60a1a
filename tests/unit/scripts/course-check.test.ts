import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import { type Course, objectivesOf, resourcesOf } from '../../../courses/course.ts';
import { LINK_REASON } from '../../../courses/pack.ts';
import { findingsOf } from '../../../scripts/course-check.ts';
import { handbookPage } from '../../fixtures/pages.ts';
import { runCourse as run } from './run-course.ts';

const PATHWAY = '/handbook/marketing/developer-relations/community-pathway/';
const folder = mkdtempSync(join(tmpdir(), 'waymark-check-'));
const at = (...parts: string[]) => join(folder, ...parts);

function write(file: string, text: string): string {
  mkdirSync(dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
  return at(file);
}

beforeAll(() => {
  for (const path of [PATHWAY, '/handbook/values/']) write(`site${path}index.html`, handbookPage(path) ?? '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the check', () => {
  const pathway = builtInCourses[0] as Course;
  const changed = (change: (course: Course) => void) => {
    const course = structuredClone(pathway);
    change(course);
    return course;
  };
  const check = (change: (course: Course) => void, site?: string) =>
    findingsOf(changed(change), pathway, site).map(
      ({ level, place, reason }) => `${level} ${place}: ${reason}`,
    );
  const first = <Thing>(things: Thing[]) => things[0] as Thing;
  const named = (course: Course, id: string) =>
    resourcesOf(course).find((each) => each.id === id) as { id: string } & ReturnType<
      typeof resourcesOf
    >[number];

  test('finds nothing wrong in the built-in packs', () => {
    for (const course of builtInCourses) {
      expect(findingsOf(course, course, undefined).filter(({ level }) => level === 'error')).toEqual([]);
    }
    expect(check(() => {})).toEqual([]);
  });

  test('reports errors of the schema with their place', () => {
    const unfit = changed((course) => (named(course, 'mrarr').address = 'javascript:alert(1)'));
    const { status, stdout } = run('check', write('unfit.json', JSON.stringify(unfit)));
    expect(stdout).toContain(`error   sections.1.resources.2.address: ${LINK_REASON}`);
    expect(stdout).toContain('1 errors, 0 pieces of advice');
    expect(status).toBe(1);
  });

  test('reports ids that are missing, changed or used for something else', () => {
    expect(check((course) => course.sections.at(-1)?.resources.pop())).toEqual([
      'error developer-portal: the resource is gone; what readers did is kept under its id: keep it under “earlier”',
    ]);
    expect(check((course) => (named(course, 'mrarr').id = 'mr-rate'))).toEqual([
      'error mrarr: the resource is gone, which is now mr-rate; what readers did is kept under its id: keep it under “earlier”',
    ]);
    const swapped = check((course) => {
      const [one, other] = [named(course, 'diversity-inclusion'), named(course, 'transparency')];
      [one.id, other.id] = [other.id, one.id];
    });
    expect(swapped).toContain(
      'error transparency: means another resource than before, which is now diversity-inclusion',
    );
    expect(check((course) => (course.id = 'other'))).toContain(
      'error other: the course had the id community-learning-pathway',
    );
  });

  test('accepts that items move to “earlier”, and sections and audiences are removed', () => {
    expect(
      check((course) => {
        const gone = course.sections.splice(1, 1)[0] as Course['sections'][number];
        const objectives = course.audiences.splice(1, 1)[0]?.objectives.map(({ id, text }) => ({ id, text }));
        course.earlier = { objectives, resources: gone.resources };
        for (const each of objectivesOf(course)) each.sections = ['programs'];
      }),
    ).toEqual(['advice community-member: the audience is gone', 'advice strategy: the section is gone']);
  });

  test('accepts new wording, moves and new objectives', () => {
    expect(
      check((course) => {
        for (const objective of objectivesOf(course)) objective.text = `Anew: ${objective.text}`;
        course.sections.reverse();
        named(course, 'transparency').title = 'Openness';
        first(course.audiences).objectives.push({ id: 'new', text: 'New', sections: ['strategy'] });
      }),
    ).toEqual([]);
  });

  test('reports links that are dead, moved, not canonical or duplicate', () => {
    const H = 'https://handbook.gitlab.com/handbook';
    const OLD = `${H}/marketing/developer-relations/strategy-programs/education-program/`;
    expect(check((course) => (named(course, 'education-program').address = OLD))).toEqual([
      expect.stringMatching(/^error education-program: \S+ is where it is and where it was$/),
      expect.stringMatching(/^error education-program: \S+ has moved to \S+\/programs\/education-program\/$/),
    ]);
    expect(check((course) => (named(course, 'transparency').address = `${H}/no/such/page/`))).toEqual([
      expect.stringMatching(/^error transparency: \S+ is gone; perhaps https/),
    ]);
    expect(
      check(
        (course) => (named(course, 'transparency').address = 'https://about.gitlab.com/handbook/values/#x'),
      ),
    ).toContain(`error transparency: https://about.gitlab.com/handbook/values/#x is written ${H}/values/#x`);
    const twice = check((course) => {
      named(course, 'transparency').address = named(course, 'diversity-inclusion').address;
    });
    expect(twice).toContainEqual(expect.stringMatching(/stands at diversity-inclusion already/));
    expect(
      check((course) => (named(course, 'transparency').address = `${course.address}#join-us`)),
    ).toContain('error transparency: leads to the course’s own page');
    expect(check((course) => delete named(course, 'evangelist-program').gone)).toContainEqual(
      expect.stringMatching(/^error evangelist-program: \S+ is gone/),
    );
  });

  test('reports resources that are each other’s former address', () => {
    const findings = check((course) => {
      const [one, other] = [named(course, 'diversity-inclusion'), named(course, 'transparency')];
      one.formerly = [other.address];
      other.formerly = [one.address];
    });
    expect(findings).toContain('error transparency: was where diversity-inclusion is, which was where it is');
  });

  test('reads the headings of the pages in a folder', () => {
    const findings = check((course) => {
      named(course, 'transparency').address += '-gone';
      (course.sections.at(-1) as { anchor: string }).anchor = 'leave-us';
    }, at('site'));
    expect(findings).toContainEqual(expect.stringMatching(/^error transparency: \S+ has no such heading$/));
    expect(findings).toContain('error join-us: the course’s page has no heading #leave-us');
    expect(run('check', write('pathway.json', JSON.stringify(pathway)), '--site', at('nowhere')).status).toBe(
      2,
    );
  });

  test('gives advice on items that serve nothing, without an error', () => {
    const change = (course: Course) => {
      first(objectivesOf(course)).sections = [];
      first(course.sections).videos = [];
      delete course.edit;
      course.audiences.push({ id: 'nobody', title: 'Nobody', objectives: [] });
    };
    expect(check(change)).toEqual([
      'advice team-value: no section serves the objective',
      'advice introduction: the section has no resource',
      'advice nobody: the audience has no objective',
      'advice community-learning-pathway: says not where its page is edited',
    ]);
    const { status, stdout } = run('check', write('advice.json', JSON.stringify(changed(change))));
    expect(status).toBe(0);
    expect(stdout).toContain('0 errors, 4 pieces of advice');
  });

  test('reports an id that a built-in course has', () => {
    const stranger = changed((course) => {
      course.address = 'https://handbook.gitlab.com/handbook/values/';
    });
    expect(findingsOf(stranger, undefined, undefined)[0]?.reason).toContain('has this id');
  });

  test('refuses a file that is too large, isn’t JSON, or is missing', () => {
    expect(run('check', write('large.json', `"${'x'.repeat(5_000_001)}"`)).stderr).toContain('bytes');
    expect(run('check', write('broken.json', '{')).stderr).toContain('no JSON');
    expect(run('check', write('other.json', '{"records":[]}'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no course pack'),
    });
    expect(run('check', at('nowhere.json')).status).toBe(2);
    const old = write('old.json', '{}');
    expect(run('check', write('new.json', JSON.stringify(pathway)), '--before', old).status).toBe(2);
  });
});
