import { sha256 } from './edition.ts';

/** The part of the badge's picture that shows the landscape, in units of its view box. */
export const FRAME = { top: 16, bottom: 236, left: 16, right: 304 };

/** More bends would look like a spring. */
const MOST_BENDS = 6;

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * The landscape of a course: trail, hills, sun and base colour, derived from the SHA-256 of its id.
 * @param posts how many places along the trail are wanted
 */
export async function landscapeOf(course: string, posts: number) {
  const hash = await sha256(course);
  const at = (index: number) => (hash[index % hash.length] ?? 0) / 255;
  const hue = Math.round(at(0) * 359);
  const { top, bottom, left, right } = FRAME;
  const count = Math.min(posts, MOST_BENDS);
  const bends = Array.from({ length: count + 1 }, (_, index) => {
    const up = index / count;
    // The trail swings from side to side, less so in the distance.
    const reach = (right - left) * (0.4 - 0.24 * up);
    const side = (index % 2 === 0 ? -1 : 1) * (at(31) > 0.5 ? 1 : -1);
    const x = (left + right) / 2 + side * reach * (0.25 + 0.75 * at(index + 1)) + (at(30) - 0.5) * 60 * up;
    return { x: round(x), y: round(bottom - 14 - (bottom - top - 74) * up ** 0.9) };
  });
  const hill = (layer: number) => {
    const height = (index: number) => round(top + 58 + layer * 52 - 34 * at(8 + layer * 5 + index));
    const step = (right - left) / 4;
    let path = `M${left} ${bottom}V${height(0)}`;
    for (let index = 1; index <= 4; index++) {
      const x = left + step * index;
      path += `C${x - step / 2} ${height(index - 1)} ${x - step / 2} ${height(index)} ${x} ${height(index)}`;
    }
    return `${path}V${bottom}Z`;
  };
  return {
    hue,
    bends,
    posts: Array.from({ length: posts }, (_, index) => placeOn(bends, (index / posts) * count)),
    hills: [0, 1, 2].map(hill),
    sun: { x: round(left + 40 + at(25) * 200), y: round(top + 26 + at(26) * 16) },
  };
}

/** The point on the trail after `after` bends; fractions lie between two bends. */
function placeOn(bends: { x: number; y: number }[], after: number): { x: number; y: number } {
  const from = bends[Math.floor(after)] ?? { x: 0, y: 0 };
  const to = bends[Math.floor(after) + 1] ?? from;
  const part = after % 1;
  // The same Bézier curve as in `trailThrough`.
  const across = 3 * part ** 2 - 2 * part ** 3;
  const up = 1.5 * part * (1 - part) + part ** 3;
  return { x: round(from.x + (to.x - from.x) * across), y: round(from.y + (to.y - from.y) * up) };
}

/** The SVG path of a curve through `bends`. */
export function trailThrough(bends: { x: number; y: number }[]): string {
  return bends
    .map(({ x, y }, index) => {
      const before = bends[index - 1];
      if (!before) return `M${x} ${y}`;
      const middle = round((before.y + y) / 2);
      return `C${before.x} ${middle} ${x} ${middle} ${x} ${y}`;
    })
    .join('');
}
