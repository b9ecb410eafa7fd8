import { removeInvisibleCharacters } from './invisible-characters.js';
import { readLines } from './lines.js';
import { removeHiddenMarkup } from './remove.js';

/** More rounds than any honest text needs: two. */
const MOST_ROUNDS = 8;

/**
 * Takes out of a markdown text what a reader on GitHub does not see, so that nobody can say one thing to
 * a person and another to a model (S12): HTML comments, invisible characters, hidden and folded-away
 * elements, attributes, images with their descriptions, titles and definitions of links, cells beyond a
 * table's width, words after the language of a code fence. Code stays as it is: a reader sees it (S13).
 *
 * Where it cannot be told whether something is seen, it goes. What is taken out can make a new comment of
 * its surroundings (`<!<!-- x -->-- y -->`), so it is done again until nothing changes; a text that never
 * settles is an attack, and loses its markup.
 *
 * Idempotent. Time grows with the length of the text only.
 *
 * @returns `removed`: whether words were taken out, other than an address or the layout of an image
 * @example removeHiddenText('A counter <!-- and a miner -->') // { text: 'A counter ', removed: true }
 */
export function removeHiddenText(text: string): { text: string; removed: boolean } {
  let current = text.replace(/\r\n?/g, '\n');
  let removed = false;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    // Markup first: with the invisible character gone from between them, a backslash would make text of a tag.
    const next = removeHiddenMarkup(readLines(current));
    const clean = removeInvisibleCharacters(next.text);
    removed ||= next.removed || clean !== next.text;
    if (clean === current) return { text: current, removed };
    current = clean;
  }
  return { text: removeInvisibleCharacters(current.replace(/[<>[\]&`~|!]/g, '')), removed: true };
}
