import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bake, extract } from '../../../credentials/bake.ts';
import { draw } from '../../../credentials/draw.ts';
import { toSvg } from '../../../credentials/svg.ts';
import { effortOf } from '../../effort.ts';

const part = fc.stringMatching(/^[\w-]{1,40}$/);
const anyJwt = fc.tuple(part, part, part).map((parts) => parts.join('.'));
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '<openbadges:credential verify="a.b.c">',
    '<!--',
    ']]>',
    '<![CDATA[',
    '<svg>',
    '$&',
    '--&gt;',
    '<a xmlns="https://purl.imsglobal.org/ob/v3p0"><credential verify="a.b.c"/></a>',
  ),
);

test('a baked credential can be extracted from any picture', async () => {
  await fc.assert(
    fc.asyncProperty(anyJwt, anyText, anyText, async (jwt, title, name) => {
      const shown = { course: { id: title, title }, audience: { title: name }, objectives: 5 };
      const drawing = await draw({ ...shown, name, day: '1', note: title });
      expect(extract(bake(toSvg(drawing, name), jwt))).toEqual({ jwt });
    }),
  );
});

test('it is where Open Badges requires it: right after the svg tag, which declares the namespace', () => {
  expect(bake('<svg xmlns="http://www.w3.org/2000/svg"><title>a</title></svg>', 'a.b.c')).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">' +
      '<openbadges:credential verify="a.b.c"></openbadges:credential><title>a</title></svg>',
  );
});

test.each([
  [
    'as another program bakes it',
    `<?xml version="1.0"?>\n<svg>\n<openbadges:credential\n verify='a.b.c' />`,
    { jwt: 'a.b.c' },
  ],
  [
    'whose namespace and signature another program wrote with references to characters',
    '<svg xmlns:o="https:&#x2F;&#47;purl.imsglobal.org/ob/v3p0"><o:credential verify="a&#46;b&#x2e;c"/></svg>',
    { jwt: 'a.b.c' },
  ],
  [
    'with references to no characters',
    '<svg><openbadges:credential verify="a&#x110000;&no;&amp;amp;.b.c"/></svg>',
    { jwt: 'a&#x110000;&no;&amp;.b.c' },
  ],
  ['in a comment', '<svg><!-- <openbadges:credential verify="a.b.c"/> --></svg>', { found: 'none' }],
  [
    'of JSON with a proof of its own',
    '<svg><openbadges:credential><![CDATA[{}]]></openbadges:credential></svg>',
    { found: 'none' },
  ],
  ['without any', '<svg></svg>', { found: 'none' }],
  [
    'twice',
    '<svg><openbadges:credential verify="a.b.c"/><openbadges:credential verify="d.e.f"/></svg>',
    { found: 'several' },
  ],
])('a credential %s', (_, svg, found) => {
  expect(extract(svg)).toEqual(found);
});

const OPEN_BADGES = 'https://purl.imsglobal.org/ob/v3p0';
test.each([
  ['whose prefix was renamed', `<svg><ns1:credential xmlns:ns1="${OPEN_BADGES}" verify="a.b.c"/></svg>`],
  [
    'whose prefix is declared above',
    `<svg xmlns:b = '${OPEN_BADGES}'><g><b:credential verify="a.b.c"/></g></svg>`,
  ],
  ['in the default namespace', `<svg><credential xmlns="${OPEN_BADGES}" verify="a.b.c"></credential></svg>`],
  [
    'in a default namespace declared above',
    `<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns="${OPEN_BADGES}"><credential verify="a.b.c"/></s:svg>`,
  ],
  [
    'whose prefix means something else around it',
    `<svg xmlns:a="urn:b"><g xmlns:a="${OPEN_BADGES}"><g xmlns:b="urn:c"/><a:credential verify="a.b.c"/></g></svg>`,
  ],
  [
    'next to one of another namespace',
    `<svg xmlns:a="${OPEN_BADGES}"><g xmlns:a="urn:b"><a:credential verify="d.e.f"/></g><a:credential verify="a.b.c"/></svg>`,
  ],
  [
    'after a quotation mark that ends nothing',
    `<svg a='>' b=">"><openbadges:credential verify="a.b.c"/></svg>`,
  ],
  [
    'after a document type with declarations',
    `<!DOCTYPE svg [ <!ENTITY x "<a>"> ]><svg><openbadges:credential verify="a.b.c"/></svg>`,
  ],
])('a credential %s is read', (_, svg) => {
  expect(extract(svg)).toEqual({ jwt: 'a.b.c' });
});

test.each([
  [
    'whose prefix has another namespace',
    '<svg xmlns:openbadges="urn:b"><openbadges:credential verify="a.b.c"/></svg>',
  ],
  [
    'whose namespace is out of its place',
    `<svg><g xmlns:a="${OPEN_BADGES}"/><a:credential verify="a.b.c"/></svg>`,
  ],
  [
    'after the element that declares its namespace',
    `<svg><g xmlns:a="${OPEN_BADGES}"></g><a:credential verify="a.b.c"/></svg>`,
  ],
  [
    'whose default namespace was taken away',
    `<svg xmlns="${OPEN_BADGES}"><credential xmlns="" verify="a.b.c"/></svg>`,
  ],
  ['by another name', `<svg xmlns:a="${OPEN_BADGES}"><a:assertion verify="a.b.c"/></svg>`],
  [
    'in an attribute of another namespace',
    `<svg xmlns:a="${OPEN_BADGES}"><a:credential a:verify="a.b.c"/></svg>`,
  ],
  [
    'in the value of an attribute',
    `<svg xmlns:a="${OPEN_BADGES}" title='<a:credential verify="a.b.c"/>'></svg>`,
  ],
])('a credential %s is none', (_, svg) => {
  expect(extract(svg)).toEqual({ found: 'none' });
});

test('two credentials count as several, with any prefixes', () => {
  const svg = `<svg xmlns:a="${OPEN_BADGES}" xmlns:b="${OPEN_BADGES}"><a:credential verify="a.b.c"/><b:credential verify="a.b.c"/></svg>`;
  expect(extract(svg)).toEqual({ found: 'several' });
});

test('renaming every prefix, as other programs do, gives the same badge', () => {
  const prefix = fc.stringMatching(/^[a-z][\w.-]{0,8}$/).filter((name) => !name.startsWith('xml'));
  fc.assert(
    fc.property(anyJwt, prefix, (jwt, name) => {
      const renamed = bake('<svg xmlns="http://www.w3.org/2000/svg"></svg>', jwt).replaceAll(
        'openbadges',
        name,
      );
      expect(extract(renamed)).toEqual({ jwt });
    }),
  );
});

test.each([
  '<!--',
  '<![CDATA[',
  '<openbadges:credential ',
  '<openbadges:credential verify="',
  '<a xmlns:a="a">',
  '<a ',
  '<a>',
  '<a/>',
  'a',
  ' ',
  ' a="" ',
  '"',
  '<![',
  '<!',
  '<?',
  ']  ',
])('a picture of nothing but %s is read in a moment', async (start) => {
  const picture = `<svg>${start.repeat(1_000_000 / start.length)}`;
  const effort = await effortOf(() => expect(extract(picture)).toHaveProperty('found'));
  expect(effort).toBeLessThan(1000);
});

test('a picture with 60,000 prefixes declared in one element is read quickly', async () => {
  const all = Array.from({ length: 60_000 }, (_, at) => ` xmlns:a${at}="b"`).join('');
  const effort = await effortOf(() =>
    expect(extract(`<svg${all}><a${all}/></svg>`)).toEqual({ found: 'none' }),
  );
  expect(effort).toBeLessThan(1000);
});

test('a comment that goes to the end of the file has no credential', () => {
  expect(extract('<svg><!-- <openbadges:credential verify="a.b.c"/>')).toEqual({ found: 'none' });
});
