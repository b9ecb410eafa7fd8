/** How often a line may follow itself (S43). */
const MAX_SAME_LINES = 200;
/** Characters at the end of the text that are looked at. */
const WINDOW = 20_000;
/** Characters. 20,000 made of 400 or fewer is the compression ratio of 0.02 of S43. */
const MAX_PERIOD = 400;

/**
 * Whether a model has fallen into endless repetition: the text ends in more than 200 equal lines, or its
 * last 20,000 characters are one piece of at most 400 characters over and over. Looks at the end of the
 * text only and takes a fraction of a millisecond, so it can be asked after every few kB of a stream.
 */
export function isRunaway(text: string): boolean {
  return endsInEqualLines(text) || endsInShortPeriod(text);
}

function endsInEqualLines(text: string): boolean {
  // The last line is still being written; a line that is empty counts like any other.
  let end = text.lastIndexOf('\n');
  let line: string | null = null;
  for (let count = 0; count <= MAX_SAME_LINES; count += 1) {
    if (end < 0) return false;
    const start = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
    const current = text.slice(start, end);
    if (line !== null && current !== line) return false;
    line = current;
    end = start - 1;
  }
  return true;
}

/**
 * Where the text goes round in a piece of at most 400 characters, its last 400 stand again one round before
 * the end, and nowhere nearer (Fine and Wilf): there is one length of a round to try.
 */
function endsInShortPeriod(text: string): boolean {
  if (text.length < WINDOW) return false;
  const before = text.slice(-2 * MAX_PERIOD).lastIndexOf(text.slice(-MAX_PERIOD), MAX_PERIOD - 1);
  if (before < 0) return false;
  const window = text.slice(-WINDOW);
  const period = MAX_PERIOD - before;
  return window.slice(period) === window.slice(0, -period);
}
