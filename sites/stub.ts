import { type Address, pageOf } from './address.ts';
import { addressOf } from './index.ts';

/**
 * Where a stub, a page of the kind `moved`, leads: canonical where that is a handbook's page, else an `https:` address
 * elsewhere. Undefined where it names nothing else than itself, or no `https:` address.
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
