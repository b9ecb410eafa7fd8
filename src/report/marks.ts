const OWN = /^\s*<!-- smol:v1(?: [^\n]{1,10000})? -->/;

/** First line of the answer to a comment, by which a re-run knows that it is given. */
export function answerMark(commentId: number): string {
  return `<!-- smol:v1 answer=${commentId} -->`;
}

/** First line of what is said to remarks, by which a re-run knows that it is said. */
export function replyMark(keys: readonly string[]): string {
  return `<!-- smol:v1 reply=${keys.join(',')} -->`;
}

/** Whether a text begins with a marker of ours. Anyone can write one: look at who wrote the text as well. */
export function isOurs(body: string): boolean {
  return OWN.test(body);
}
