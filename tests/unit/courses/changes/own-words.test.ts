import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../../assets/courses/index.ts';
import { withOwnWords } from '../../../../courses/changes/own-words.ts';
import { type Course, objectivesOf } from '../../../../courses/course.ts';

const pathway = builtInCourses.find(({ id }) => id === 'community-learning-pathway') as Course;

/** The pathway as its page would say it: with other ids, and objectives in the words `said` gives for each. */
function pageSaying(said: (text: string, at: number) => string | undefined): Course {
  let at = 0;
  return {
    ...pathway,
    audiences: pathway.audiences.map((audience, place) => ({
      id: `read-${place}`,
      title: `Audience ${place}`,
      objectives: audience.objectives.flatMap(({ text }) => {
        const words = said(text, at++);
        return words === undefined ? [] : [{ id: `read-${at}`, text: words, sections: [] }];
      }),
    })),
  };
}

describe('a built-in course beside its own page', () => {
  test('has its objectives in the words of the page, in their order, and is else what it was', () => {
    const own = withOwnWords(
      pathway,
      pageSaying((_, at) => `What the page says, ${at}`),
    );
    expect(objectivesOf(own).map(({ text }) => text)).toEqual(
      Array.from({ length: 9 }, (_, at) => `What the page says, ${at}`),
    );
    const pack = objectivesOf(pathway);
    const restored = structuredClone(own);
    objectivesOf(restored).forEach((each, at) => {
      each.text = pack[at]?.text ?? '';
    });
    expect(restored).toEqual(pathway);
  });

  test('keeps its own words where the page has another number of objectives, but for those that are alike', () => {
    const read = pageSaying((text, at) =>
      at === 1 ? undefined : at === 2 ? `${text} today` : `Unlike ${at}`,
    );
    const own = objectivesOf(withOwnWords(pathway, read)).map(({ text }) => text);
    const pack = objectivesOf(pathway).map(({ text }) => text);
    expect(own.slice(0, 4)).toEqual([pack[0], pack[1], `${pack[2]} today`, pack[3]]);
    expect(own.slice(4)).toEqual([4, 5, 6, 7, 8].map((at) => `Unlike ${at}`));
  });

  test('stays in its own words where the page says no objectives', () => {
    expect(
      withOwnWords(
        pathway,
        pageSaying(() => undefined),
      ),
    ).toEqual(pathway);
    expect(withOwnWords(pathway, { ...pathway, audiences: [] })).toEqual(pathway);
  });
});
