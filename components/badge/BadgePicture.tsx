import { h } from 'preact';

interface Drawing {
  width: number;
  height: number;
  title: string;
  shapes: { tag: string; attributes: Record<string, string | number>; text?: string }[];
}

/** A badge as it is drawn from a course and who reached its objectives. */
export function BadgePicture({ drawing }: { drawing: Drawing }) {
  const { width, height, title, shapes } = drawing;
  return (
    <svg class="badge" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {shapes.map(({ tag, attributes, text }) => h(tag, attributes, text))}
    </svg>
  );
}

export type { Drawing };
