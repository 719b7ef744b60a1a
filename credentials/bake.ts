import { elementsIn } from './elements.ts';

/** How Open Badges 3.0 (section 5.3.2, SVG) names what it puts into a picture. */
const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0';

/**
 * Bakes a signed credential into a picture, as Open Badges 3.0 says: its namespace on the `svg` element, and as that one's first child the credential.
 * @param svg a picture whose first element is `svg`, with no credential in it
 * @param jwt a compact JWS: base64url and dots, so there is nothing in it to be escaped
 */
export function bake(svg: string, jwt: string): string {
  return svg.replace(
    /<svg\b([^>]*)>/,
    (_, attributes: string) =>
      `<svg${attributes} xmlns:openbadges="${NAMESPACE}"><openbadges:credential verify="${jwt}"></openbadges:credential>`,
  );
}

/**
 * The signed credential that is baked into a picture: the element `credential` of Open Badges' namespace, whatever prefix another
 * program has given it. The picture is only scanned, never parsed or shown: nothing in it can do anything.
 * @returns the JWT, or why there is none: several are against the rule, since a reader could be shown one and another be checked
 */
export function extract(svg: string): { jwt: string } | { found: 'none' | 'several' } {
  let found: string | undefined;
  // Its own prefix counts without a declaration as well: some programs drop those that they do not know.
  for (const { namespace, name, attributes } of elementsIn(svg, { openbadges: NAMESPACE })) {
    if (namespace !== NAMESPACE || name !== 'credential') continue;
    if (found !== undefined) return { found: 'several' };
    found = attributes.get('verify')?.trim() ?? '';
  }
  return found ? { jwt: found } : { found: 'none' };
}
