import { h } from 'preact';
import type { Drawing } from '../../credentials/draw.ts';

interface Props {
  drawing: Drawing;
}

/** The picture of a badge, made of SVG elements. */
export function BadgePicture({ drawing }: Props) {
  const { width, height, title, shapes } = drawing;
  return (
    <svg class="badge" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {shapes.map(({ tag, attributes, text }) => h(tag, attributes, text))}
    </svg>
  );
}
