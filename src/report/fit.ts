/** One part of a longer text. Parts are joined by blank lines; an empty part is left out. */
export type Block = {
  readonly text: string;
  /** Order of giving way: 1 first; null never. */
  readonly givesWay: number | null;
  /** The part in `room` UTF-16 units, or as short as it can be. */
  readonly shorten: (room: number) => string;
};

/** A part that always stays whole. */
export function fixed(text: string): Block {
  return { text, givesWay: null, shorten: () => text };
}

/** A part that can be shown in less room. */
export function flexible(givesWay: number, text: string, shorten: (room: number) => string): Block {
  return { text, givesWay, shorten };
}

/**
 * Joins the parts into a text of at most `limit` UTF-16 units: while it is too long, parts give way one
 * after the other, each only as far as it must. Parts that never give way stay whole in any case.
 */
export function fit(blocks: readonly Block[], limit: number): string {
  const texts = blocks.map((block) => block.text);
  const order = blocks
    .map((block, index) => ({ block, index }))
    .filter(({ block }) => block.givesWay !== null)
    .sort((left, right) => (left.block.givesWay ?? 0) - (right.block.givesWay ?? 0));
  for (const { block, index } of order) {
    const excess = join(texts).length - limit;
    if (excess <= 0) break;
    texts[index] = block.shorten(Math.max(0, block.text.length - excess));
  }
  return join(texts);
}

function join(texts: readonly string[]): string {
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}
