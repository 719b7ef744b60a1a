import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { stubTarget } from '../../../sites/stub.ts';
import { handbookPage } from '../../fixtures/pages.ts';

const HERE = 'https://handbook.gitlab.com/handbook/old/page/';

function targetOf(html: string): string | undefined {
  const window = new Window({ url: HERE, settings: { disableJavaScriptEvaluation: true } });
  window.document.write(html);
  return stubTarget(window.document as unknown as Document);
}

const refresh = (content: string) =>
  targetOf(`<head><meta http-equiv="refresh" content="${content}"></head>`);

test('a stub’s target is a canonical address', () => {
  const stub =
    handbookPage('/handbook/marketing/developer-relations/strategy-programs/education-program/') ?? '';
  expect(targetOf(stub)).toBe(
    'https://handbook.gitlab.com/handbook/marketing/developer-relations/programs/education-program/',
  );
  expect(refresh('0; url=https://about.gitlab.com/handbook/Values.html#x')).toBe(
    'https://handbook.gitlab.com/handbook/values/#x',
  );
  expect(refresh('0;URL=&quot;/company/&quot;')).toBe('https://handbook.gitlab.com/handbook/company/');
  expect(refresh("5, url = '../new/'")).toBe('https://handbook.gitlab.com/handbook/old/new/');
});

test('a stub’s target on another host is an https: address', () => {
  expect(refresh('0; url=https://evil.example/handbook/values/')).toBe(
    'https://evil.example/handbook/values/',
  );
  for (const target of [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'http://evil.example/',
    'file:///x',
  ]) {
    expect(refresh(`0; url=${target}`), target).toBeUndefined();
  }
});

test('a stub has no target if it names none, itself or an invalid address', () => {
  for (const content of [
    '',
    '0',
    '30',
    '0; url=',
    '0; url=.',
    '0; url=https://[',
    `0; url=https://${'a'.repeat(1_000_000)}:x/`,
  ]) {
    expect(refresh(content), content.slice(0, 50)).toBeUndefined();
  }
  expect(targetOf('')).toBeUndefined();
  expect(refresh(`0; url=${HERE}#part`)).toBeUndefined();
});
