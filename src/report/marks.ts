/** Whether a text begins with a marker of ours. Anyone can write one: look at who wrote the text as well. */
export function isOurs(body: string): boolean {
  return /^\s*<!-- smol:v1\b/.test(body);
}
