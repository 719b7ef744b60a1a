import { elementsIn } from './elements.ts';

/** The XML namespace of Open Badges 3.0 (section 5.3.2, SVG). */
const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0';

/**
 * Bakes a signed credential into a picture (Open Badges 3.0, section 5.3.2): the `svg` element declares the namespace, and its
 * first child has the credential.
 * @param svg a picture whose first element is `svg`, without a credential
 * @param jwt a compact JWS. It consists of base64url and dots, so it needs no escaping
 */
export function bake(svg: string, jwt: string): string {
  return svg.replace(
    /<svg\b([^>]*)>/,
    (_, attributes: string) =>
      `<svg${attributes} xmlns:openbadges="${NAMESPACE}"><openbadges:credential verify="${jwt}"></openbadges:credential>`,
  );
}

/**
 * Finds the signed credential in a picture: the element `credential` in the Open Badges namespace, with whatever prefix. The
 * picture is only scanned, never parsed or shown, so nothing in it can run.
 * @returns the JWT, or why there is none. Several credentials are refused: one could be shown and another one verified
 */
export function extract(svg: string): { jwt: string } | { found: 'none' | 'several' } {
  let found: string | undefined;
  // The usual prefix needs no declaration, since some programs remove declarations they don't know.
  for (const { namespace, name, attributes } of elementsIn(svg, { openbadges: NAMESPACE })) {
    if (namespace !== NAMESPACE || name !== 'credential') continue;
    if (found !== undefined) return { found: 'several' };
    found = attributes.get('verify')?.trim() ?? '';
  }
  return found ? { jwt: found } : { found: 'none' };
}
