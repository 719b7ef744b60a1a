import type { Drawing } from './draw.ts';

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // XML can't contain these characters.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .toWellFormed();

/** A drawing as the text of an SVG file, without scripts and references. @param desc a description for screen readers */
export function toSvg({ width, height, title, shapes }: Drawing, desc: string): string {
  const body = shapes.map(({ tag, attributes, text }) => {
    const all = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
    return `<${tag}${all.join('')}>${escaped(text ?? '')}</${tag}>`;
  });
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`;
  return `${head}<title>${escaped(title)}</title><desc>${escaped(desc)}</desc>${body.join('')}</svg>\n`;
}
