import { type Address, pageOf } from './address.ts';
import { addressOf } from './index.ts';

/**
 * The target of a stub, a page of the kind `moved`: a canonical address if it is a handbook's page, else an `https:` address elsewhere.
 * Undefined if it has no target, redirects to itself, or its target isn't an `https:` address.
 */
export function stubTarget(document: Document): Address | undefined {
  const content = document.querySelector('meta[http-equiv="refresh" i]')?.getAttribute('content') ?? '';
  const [, target] = /^[\s\d.;,]*url\s*=\s*["']?([^"']*)/i.exec(content) ?? [];
  if (!target) return undefined;
  try {
    const { href } = new URL(target.trim(), document.location.href);
    const address = addressOf(href) ?? (href.startsWith('https://') ? href : undefined);
    return address && pageOf(address) === addressOf(document.location.href.replace(/#.*/, ''))
      ? undefined
      : address;
  } catch {
    return undefined;
  }
}
