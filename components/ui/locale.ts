/**
 * In whose way dates and numbers are written beside texts in `language`: the way of the first of the reader's `preferred`
 * languages that is a kind of it (`en-GB` of `en`), else the language's own.
 */
export function localeOf(language: string, preferred: readonly string[]): string {
  return preferred.find((each) => each === language || each.startsWith(`${language}-`)) ?? language;
}
