import { h } from 'preact';
import type { Drawing } from '../../credentials/draw.ts';

/** The picture of a badge. */
export function BadgePicture({ drawing }: { drawing: Drawing }) {
  const { width, height, title, shapes } = drawing;
  return (
    <svg class="badge" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {shapes.map(({ tag, attributes, text }) => h(tag, attributes, text))}
    </svg>
  );
}
