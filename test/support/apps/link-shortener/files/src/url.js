/** The normalised URL, or undefined when it is no web address. */
export function parseUrl(text) {
  if (typeof text !== 'string' || !URL.canParse(text.trim())) return undefined;
  const url = new URL(text.trim());
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}
