import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { readQuery, writeQuery } from '../../components/hand-in/hand-in-query.ts';
import { ancestorsOf, anchorOf, pageOf, withAnchor } from '../../sites/address.ts';
import { addressOf, setAddedSites } from '../../sites/index.ts';
import { otherHandbooks, rootOf } from '../../sites/other-handbooks.ts';
import { anyCourse } from '../unit/courses/any-course.ts';
import { mutatedText } from './mutated-text.ts';
import { fuzzTarget } from './target.ts';

const ways: string[] = JSON.parse(
  readFileSync(new URL('../fixtures/addresses/near-the-pathway.json', import.meta.url), 'utf8'),
);
const HOST =
  /^https:\/\/(?:docs\.example\.org\/handbook\/|(?:handbook|internal)\.gitlab\.com\/(?:handbook|tags)\/)[\x21-\x7e]*$/;

/** The address of a page, from the browser or a link: a canonical handbook address of limited length, or none. */
export const addresses = fuzzTarget({
  name: 'addresses',
  any: fc.oneof(
    mutatedText(
      fc.oneof(
        fc.constantFrom(...ways).map((path) => `https://handbook.gitlab.com${path}`),
        fc.constantFrom(
          'https://handbook.gitlab.com/handbook/values/#transparency',
          'https://about.gitlab.com/handbook/Values.html',
          'https://handbook.gitlab.com/mr12/company/x/index.html?a#b:~:text=c',
          'https://user:word@internal.gitlab.com/handbook/%E3%81%AF/',
        ),
      ),
    ),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.string({ unit: 'binary' }),
  ),
  accepts(url) {
    const address = addressOf(url);
    if (address === undefined) return false;
    assert.match(address, HOST);
    assert.ok(address.length <= 2000, `the address has ${address.length} letters`);
    assert.equal(addressOf(address), address);
    assert.equal(addressOf(pageOf(address)), pageOf(address));
    assert.equal(anchorOf(withAnchor(address, anchorOf(address))), anchorOf(address).toWellFormed());
    assert.ok(ancestorsOf(address).every((above) => address.startsWith(above)));
    return true;
  },
});

/** The query of the page to print: it names an existing course and section, or is refused. */
export const handInQueries = fuzzTarget({
  name: 'hand-in queries',
  any: fc.tuple(
    anyCourse,
    mutatedText(fc.constantFrom('course=bakery', 'course=bakery&section=section-0&notes=0')),
  ),
  accepts([course, query]) {
    const asked = readQuery(query, [course]);
    if (!asked) return false;
    assert.equal(asked.course, course);
    assert.ok(!asked.section || course.sections.includes(asked.section));
    assert.deepEqual(readQuery(writeQuery(asked), [course]), asked);
    return true;
  },
});

const ROOT = 'https://docs.example.org/handbook/';
setAddedSites(otherHandbooks([ROOT]));

/** The address of another handbook, as a reader may write it, and addresses of its pages: below its root, or none. */
export const otherAddresses = fuzzTarget({
  name: 'addresses of other handbooks',
  any: mutatedText(
    fc.constantFrom(`${ROOT}a/b/index.html#c`, 'docs.example.org/handbook', `${ROOT}%E3%81%AF?a`),
  ),
  accepts(text) {
    const root = rootOf(text);
    if (root !== undefined) {
      assert.match(root, /^https:\/\/[^/@]+\/(?:[\x21-\x7e]*\/)?$/);
      assert.ok(root.length <= 2000);
      assert.equal(rootOf(root), root);
    }
    const address = addressOf(text);
    if (address === undefined) return false;
    assert.match(address, HOST);
    assert.ok(address.length <= 2000);
    assert.equal(addressOf(address), address);
    return true;
  },
});
