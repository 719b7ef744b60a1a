import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, setAddedSites } from '../../../sites/index.ts';
import { otherHandbooks } from '../../../sites/other-handbooks.ts';
import { withoutSecrets, withoutSecretsIn } from '../../../sites/secrets.ts';

const PAGE = 'https://docs.example/guide/';
const CREDENTIALS = [
  'token',
  'key',
  'sig',
  'session',
  'auth',
  'code',
  'access_token',
  'accessToken',
  'ACCESS-TOKEN',
  'X-Amz-Signature',
  'X-Amz-Credential',
  'X-Amz-Security-Token',
  'Key-Pair-Id',
  'apikey',
  'api_key',
  'APIKey',
  'sid',
  'PHPSESSID',
  'sessionid',
  'password',
  'passwd',
  'pwd',
  'private_token',
  'client_secret',
  'id_token_hint',
  'authCode',
  'jwt',
  'SAMLResponse',
  'ticket',
  '%74oken',
  'sess_id',
  'csrf',
  '_xsrf',
  'bearer',
  'client_assertion',
  'cf_clearance',
  'AWSAccessKeyId',
  'awsaccesskeyid',
  'subscriptionkey',
  'resourcekey',
  'licenseKey',
  'passkey',
  'ticketid',
  'invite_code',
  'invitecode',
  'hmacsha256',
  'ｔｏｋｅｎ',
];
const HARMLESS = [
  'page',
  'q',
  'keyword',
  'author',
  'version',
  'lang',
  'monkey',
  'encode',
  'design',
  'inside',
  'id',
  'utm_source',
];

test.each(CREDENTIALS)('the parameter “%s” is removed as a credential', (name) => {
  expect(withoutSecrets(`${PAGE}?${name}=s3cret`)).toBe(PAGE);
  expect(withoutSecrets(`${PAGE}?a=1&${name}=s3cret&b=2#there`)).toBe(`${PAGE}?a=1&b=2#there`);
  expect(withoutSecrets(`${PAGE}?a=1;${name}=s3cret`)).toBe(`${PAGE}?a=1`);
  expect(withoutSecrets(`${PAGE}#${name}=s3cret&a=1`)).toBe(`${PAGE}#a=1`);
  expect(withoutSecrets(`${PAGE}#/route?${name}=s3cret`)).toBe(`${PAGE}#/route`);
  expect(withoutSecrets(`${PAGE.slice(0, -1)};${name}=s3cret/?a=1`)).toBe(`${PAGE}?a=1`);
  // Earlier versions stored the anchor like this.
  expect(withoutSecrets(`${PAGE}#${encodeURIComponent(`${name}=s3cret`)}`)).toBe(PAGE);
  // The address to return to after signing in
  const back = encodeURIComponent(`${PAGE}?${name}=s3cret`);
  expect(withoutSecrets(`${PAGE}?a=1&next=${back}`)).toBe(`${PAGE}?a=1`);
  expect(withoutSecrets(`${PAGE}?next=${encodeURIComponent(back)}`)).toBe(PAGE);
});

test.each([
  'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmVk',
  `glpat-${'a1'.repeat(10)}`,
  `ghp_${'a1'.repeat(18)}`,
])('the value “%s” is removed as a credential, whatever its name is', (value) => {
  expect(withoutSecrets(`${PAGE}?a=1&x=${value}&b=2`)).toBe(`${PAGE}?a=1&b=2`);
  expect(withoutSecrets(`${PAGE}?a=1#x=${value}`)).toBe(`${PAGE}?a=1`);
});

test.each(HARMLESS)('the parameter “%s” stays as it is', (name) => {
  for (const address of [`${PAGE}?${name}=a+b%20c&&x`, `${PAGE}#${name}=1`, `${PAGE};${name}=1?y=;z#there`])
    expect(withoutSecrets(address)).toBe(address);
});

test('a user name and password before the host are removed; an @ elsewhere stays', () => {
  expect(withoutSecrets('https://ada:s3cret@docs.example/a?b=1')).toBe('https://docs.example/a?b=1');
  expect(withoutSecrets('https://s3cret@docs.example')).toBe('https://docs.example');
  expect(withoutSecrets('https://a@b@docs.example/')).toBe('https://docs.example/');
  expect(withoutSecrets('https:s3cret@docs.example/')).toBe('https://docs.example/');
  expect(withoutSecrets('git+ssh://ada:s3cret@docs.example/')).toBe('git+ssh://docs.example/');
  for (const address of [
    `${PAGE}@ada/`,
    `${PAGE}?to=ada@docs.example`,
    `${PAGE}#@ada`,
    'mailto:ada@docs.example',
    'a:@ !',
  ])
    expect(withoutSecrets(address)).toBe(address);
});

const word = fc.stringMatching(/^[a-z]{1,6}$/);
const value = fc.stringMatching(/^[\w%.~-]{0,12}$/);
const secret = fc.tuple(fc.constantFrom(...CREDENTIALS), fc.constant('s3cret')).map((pair) => pair.join('='));
const harmless = fc.tuple(fc.constantFrom(...HARMLESS), value).map((pair) => pair.join('='));
const parameters = fc.array(fc.oneof(secret, harmless), { maxLength: 5 }).map((all) => all.join('&'));
const anyAddress = fc
  .record({
    user: fc.constantFrom('', 'ada:s3cret@', 's3cret@'),
    path: fc.array(
      fc.oneof(
        word,
        fc.tuple(word, secret).map((pair) => pair.join(';')),
      ),
      { maxLength: 3 },
    ),
    query: parameters,
    anchor: fc.oneof(word, parameters, parameters.map(encodeURIComponent)),
  })
  .map(
    ({ user, path, query, anchor }) =>
      `https://${user}docs.example/${path.join('/')}${query && `?${query}`}${anchor && `#${anchor}`}`,
  );

describe('in any address,', () => {
  test('nothing that looks like a credential is left in it, and nothing else is removed', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        const left = withoutSecrets(address);
        expect(left).not.toContain('s3cret');
        expect(withoutSecrets(left)).toBe(left);
        const [before, after] = [new URL(address), new URL(left)];
        expect(after.host).toBe(before.host);
        for (const [name, each] of before.searchParams)
          if (HARMLESS.includes(name)) expect(after.searchParams.getAll(name)).toContain(each);
      }),
      { numRuns: 1000 },
    );
  });

  test('the result is valid if the address was, and removing again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
        (text) => {
          const left = withoutSecrets(text);
          expect(withoutSecrets(left)).toBe(left);
          if (URL.canParse(text)) expect(URL.canParse(left)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('the canonical address has no credentials, for any handbook', () => {
    setAddedSites(otherHandbooks([PAGE]));
    fc.assert(
      fc.property(
        parameters,
        parameters,
        fc.constantFrom(PAGE, 'https://handbook.gitlab.com/handbook/values/'),
        (query, anchor, page) => {
          expect(addressOf(`${page}?${query}#${anchor}`)).not.toContain('s3cret');
        },
      ),
    );
  });
});

test('all addresses in exported data lose their credentials, and nothing else changes', () => {
  const data = {
    key: ['a', `${PAGE}?token=1`],
    value: { address: `${PAGE}?key=2&a=1`, words: 'token=1', made: 3 },
    none: null,
  };
  expect(withoutSecretsIn(data)).toEqual({
    key: ['a', PAGE],
    value: { address: `${PAGE}?a=1`, words: 'token=1', made: 3 },
    none: null,
  });
});
