import { DOMParser } from 'linkedom';
import { expect, test } from 'vitest';
import { type BadgeFacts, draw } from '../../../credentials/draw.ts';
import { toSvg } from '../../../credentials/svg.ts';

const shown: BadgeFacts = {
  course: { id: 'tide-pools', title: 'Reading <tide> pools' },
  audience: { title: 'Walkers' },
  objectives: 9,
  name: 'Ada & 潮',
  day: '28 November 2026',
  note: 'Self-asserted',
};
const trailOf = async (id: string) => {
  const { shapes } = await draw({ ...shown, course: { id, title: 'Same' } });
  return shapes.find(({ attributes }) => attributes.class === 'trail')?.attributes.d;
};

test('a course always has the same picture', async () => {
  expect(await draw(shown)).toEqual(await draw(structuredClone(shown)));
});

test('two courses have different trails', async () => {
  const trails = await Promise.all(Array.from({ length: 300 }, (_, index) => trailOf(`course-${index}`)));
  expect(new Set(trails).size).toBe(300);
});

test('it has a post for each objective', async () => {
  const { shapes } = await draw(shown);
  expect(shapes.filter(({ tag, attributes }) => tag === 'circle' && attributes.stroke)).toHaveLength(9);
});

test('everything is inside the picture, with any length of texts and number of objectives', async () => {
  const long = 'pools and shores and tides 潮汐表を読む人のための長い題名 '.repeat(6);
  const course = { id: 'x', title: long };
  const { width, height, shapes } = await draw({ ...shown, course, name: 'W'.repeat(100), objectives: 200 });
  for (const { attributes } of shapes) {
    expect(Number(attributes.cx ?? attributes.x ?? 1)).toBeGreaterThan(0);
    expect(Number(attributes.cx ?? attributes.x ?? 1)).toBeLessThan(width);
    expect(Number(attributes.cy ?? attributes.y ?? 1)).toBeLessThan(height);
  }
  expect(height).toBeLessThan(520);
});

test('the file has a description, no script and no references', async () => {
  const svg = toSvg(await draw(shown), 'A badge & more');
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(document.querySelector('title')?.textContent).toBe(
    'Reading <tide> pools · Ada & 潮 · 28 November 2026',
  );
  expect(document.querySelector('desc')?.textContent).toBe('A badge & more');
  expect(document.querySelectorAll('script, style, image, use, a, foreignObject')).toHaveLength(0);
  expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|href|url\(|\son\w+=/);
});
