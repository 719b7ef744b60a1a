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
  ),
);

test('what is baked into a picture comes out of it, whatever the picture says', async () => {
  await fc.assert(
    fc.asyncProperty(anyJwt, anyText, anyText, async (jwt, title, name) => {
      const shown = { course: { id: title, title }, audience: { title: name }, objectives: 5 };
      const drawing = await draw({ ...shown, name, day: '1', note: title });
      expect(extract(bake(toSvg(drawing, name), jwt))).toEqual({ jwt });
    }),
  );
});

test('it stands as Open Badges says: right after the svg element, with the namespace on that', () => {
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

test.each(['<!--', '<![CDATA[', '<openbadges:credential ', '<openbadges:credential verify="'])(
  'a picture of nothing but %s is read in a moment',
  async (start) => {
    const picture = `<svg>${start.repeat(1_000_000 / start.length)}`;
    const effort = await effortOf(() => expect(extract(picture)).toHaveProperty('found'));
    expect(effort).toBeLessThan(1000);
  },
);

test('what is commented out to the end of the file is no credential', () => {
  expect(extract('<svg><!-- <openbadges:credential verify="a.b.c"/>')).toEqual({ found: 'none' });
});
