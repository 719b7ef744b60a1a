/** Downloads `text` as a file with this name and media type. */
export function saveFile(name: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser must have begun to read it before the URL is revoked.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
