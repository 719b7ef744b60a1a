import { FRAME, landscapeOf, trailThrough } from './landscape.ts';
import { wrapText } from './wrap-text.ts';

/** The facts that a badge's picture shows. */
export interface BadgeFacts {
  course: { id: string; title: string };
  audience: { title: string };
  /** Number of objectives; each is a post along the trail. */
  objectives: number;
  name: string;
  /** The day, formatted. */
  day: string;
  /** A sentence that the badge is self-asserted. */
  note: string;
}

/** One SVG element of the picture. An attribute `class` marks what a view may animate. */
export interface Shape {
  tag: 'rect' | 'path' | 'circle' | 'text';
  attributes: Record<string, string | number>;
  text?: string;
}

/** A picture as plain data, from which both the file and the panel's view are made. */
export interface Drawing {
  width: number;
  height: number;
  title: string;
  shapes: Shape[];
}

const WIDTH = 320;
/** More posts would overlap. */
const MOST_POSTS = 24;

/**
 * Draws a badge: a trail with a post for each objective, up to a flag. The trail is derived from the course's id, so it is the same
 * every time and different for every course. The picture has its own background, so it is readable on light and dark pages.
 */
export async function draw({ course, audience, objectives, name, day, note }: BadgeFacts): Promise<Drawing> {
  const count = Math.max(2, Math.min(objectives, MOST_POSTS));
  const { hue, bends, posts, hills, sun } = await landscapeOf(course.id, count);
  const colour = (saturation: number, lightness: number, turn = 0) =>
    `hsl(${(hue + turn) % 360}, ${saturation}%, ${lightness}%)`;
  const { top, bottom, left, right } = FRAME;
  const end = bends.at(-1) ?? { x: 0, y: 0 };
  const texts: Shape[] = [];
  let y = bottom + 8;
  const write = (text: string, size: number, fill: string, most: number, weight = 400) => {
    if (!text) return;
    for (const line of wrapText(text, (2 * (right - left - 8)) / (size * 1.04), most)) {
      y += Math.round(size * 1.35);
      texts.push({
        tag: 'text',
        attributes: {
          x: left + 4,
          y,
          fill,
          'font-size': size,
          'font-weight': weight,
          'font-family': 'system-ui, sans-serif',
          // The layout is left to right in every language.
          direction: 'ltr',
        },
        text: line,
      });
    }
    y += 4;
  };
  write(course.title, 19, '#fff', 3, 650);
  write(name, 16, '#fff', 2);
  write([audience.title, day].join(' · '), 13, colour(40, 88), 2);
  write(note, 12, colour(30, 82), 3);
  const height = y + 18;
  const shapes: Shape[] = [
    {
      tag: 'rect',
      attributes: {
        x: 1,
        y: 1,
        width: WIDTH - 2,
        height: height - 2,
        rx: 18,
        fill: colour(42, 22),
        stroke: colour(35, 55),
        'stroke-width': 2,
      },
    },
    {
      tag: 'rect',
      attributes: {
        x: left,
        y: top,
        width: right - left,
        height: bottom - top,
        rx: 8,
        fill: colour(55, 86, 180),
      },
    },
    { tag: 'circle', attributes: { cx: sun.x, cy: sun.y, r: 13, fill: colour(85, 93, 140) } },
    ...hills.map(
      (d, layer): Shape => ({
        tag: 'path',
        attributes: { d, fill: colour(36 + layer * 4, 68 - layer * 14) },
      }),
    ),
    {
      tag: 'path',
      attributes: {
        class: 'trail',
        pathLength: 1,
        d: trailThrough(bends),
        fill: 'none',
        stroke: '#fff',
        'stroke-width': 4,
        'stroke-linecap': 'round',
      },
    },
    ...posts.map(
      ({ x, y: cy }): Shape => ({
        tag: 'circle',
        attributes: {
          cx: x,
          cy,
          r: count > 14 ? 4 : 6,
          fill: '#fff',
          stroke: colour(50, 26),
          'stroke-width': 2.5,
        },
      }),
    ),
    {
      tag: 'path',
      attributes: {
        d: `M${end.x} ${end.y}v-26`,
        fill: 'none',
        stroke: colour(50, 22),
        'stroke-width': 3,
        'stroke-linecap': 'round',
      },
    },
    {
      tag: 'path',
      attributes: {
        d: `M${end.x} ${end.y - 27}l20 7l-20 7z`,
        fill: 'hsl(14, 85%, 48%)',
        stroke: '#fff',
        'stroke-width': 1,
      },
    },
    ...texts,
  ];
  return { width: WIDTH, height, title: [course.title, name, day].filter(Boolean).join(' · '), shapes };
}
