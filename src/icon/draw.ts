import { type Colour, carriesWhite, GROUNDS } from './colours.js';
import { type Drawing, letter, mark, type Segment } from './glyphs.js';
import { CHANNELS, icoOf, pngOf } from './png.js';

/** Sizes that an `.ico` holds. */
const ICO_SIZES = [16, 32, 48];
/** A larger one is none that anybody asks for. Pixels. */
export const LARGEST = 1024;
/** Below it there is room for one letter. Pixels. */
const ROOM_FOR_TWO = 40;
const WHITE: Colour = [255, 255, 255];

/** Words that say nothing of an app. */
const SMALL_WORDS = /^(?:a|an|the|of|for|and|to|with|in|on|my)$/i;

export type Icon = {
  /** Its ending says in which format it is drawn. */
  readonly path: string;
  /** Of the app. */
  readonly name: string;
  /** Pixels, both ways; nothing to an `.ico`, which holds several sizes. */
  readonly size: number;
  /** Of the app, where it has one; it is taken for the ground if white stands out on it. */
  readonly colour: Colour | null;
  /** Whether the ground fills the square: some systems cut the corners themselves. */
  readonly isWhole: boolean;
};

/**
 * Draws a simple icon: the initials of a name, or a geometric mark where it has none, on a ground of the app's colour,
 * or else one of the name's. The same comes out as the same bytes, everywhere.
 *
 * @returns a PNG, or an ICO for a path that ends with `.ico`.
 */
export function drawIcon(icon: Icon): Uint8Array {
  const { path, size } = icon;
  const png = (side: number) => pngOf(paint(icon, side), side);
  if (/\.ico$/i.test(path)) return icoOf(ICO_SIZES.map((side) => ({ size: side, png: png(side) })));
  return png(Math.max(1, Math.min(LARGEST, Math.round(size))));
}

function paint({ name, colour, isWhole }: Icon, size: number): Uint8Array {
  const hash = hashOf(name);
  const isOwn = colour !== null && carriesWhite(colour);
  const [top, bottom] = isOwn ? [colour, colour] : (GROUNDS[hash % GROUNDS.length] ?? [WHITE, WHITE]);
  const sign = coverageOf(drawingsOf(name, size, hash), size);
  const pixels = new Uint8Array(size * size * CHANNELS);
  for (let y = 0; y < size; y += 1) {
    const ground = mix(top, bottom, size === 1 ? 0 : y / (size - 1));
    for (let x = 0; x < size; x += 1) {
      const covered = isWhole ? 1 : insideOf(x + 0.5, y + 0.5, size);
      if (covered === 0) continue;
      const white = sign[y * size + x] ?? 0;
      const [red, green, blue] = white === 0 ? ground : mix(ground, WHITE, white);
      const at = (y * size + x) * CHANNELS;
      pixels[at] = red;
      pixels[at + 1] = green;
      pixels[at + 2] = blue;
      pixels[at + 3] = Math.round(covered * 255);
    }
  }
  return pixels;
}

/** How much of a pixel lies in the square with its round corners, 0 to 1. */
function insideOf(x: number, y: number, size: number): number {
  const radius = size * 0.22;
  const middle = size / 2;
  const dx = Math.max(0, Math.abs(x - middle) - (middle - radius));
  const dy = Math.max(0, Math.abs(y - middle) - (middle - radius));
  return Math.max(0, Math.min(1, radius - Math.sqrt(dx * dx + dy * dy) + 0.5));
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const part = (a: number, b: number) => Math.round(a + (b - a) * share);
  return [part(from[0], to[0]), part(from[1], to[1]), part(from[2], to[2])];
}

/** What is drawn on the ground, from left to right. */
function drawingsOf(name: string, size: number, hash: number): readonly Drawing[] {
  const letters = initials(name).flatMap((initial) => letter(initial) ?? []);
  if (letters.length === 0) return [mark(Math.floor(hash / GROUNDS.length))];
  return size < ROOM_FOR_TWO ? letters.slice(0, 1) : letters;
}

/** One or two letters that stand for a name; none for one in another script. */
export function initials(name: string): string[] {
  const words = name
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !SMALL_WORDS.test(word));
  const chosen = (telling.length === 0 ? words : telling).filter((word) => /^[a-z\d]/i.test(word));
  return chosen.slice(0, 2).map((word) => word.charAt(0).toUpperCase());
}

/** Half the width of the pen, where a letter is 10 high. */
const PEN = 0.85;
/** Between two letters, from pen to pen. */
const GAP = 1.1;

/** How much of each pixel the drawings cover, 0 to 1. */
function coverageOf(drawings: readonly Drawing[], size: number): Float64Array {
  const covered = new Float64Array(size * size);
  const width =
    drawings.reduce((sum, drawing) => sum + drawing.width + 2 * PEN, 0) + GAP * (drawings.length - 1);
  const height = 10 + 2 * PEN;
  const scale = Math.min((size * 0.56) / height, (size * 0.64) / width);
  // Small ones need a pen of a pixel and a half at least.
  const pen = Math.max(PEN * scale, 0.8);
  let left = (size - width * scale) / 2 + PEN * scale;
  const top = (size - 10 * scale) / 2;
  for (const drawing of drawings) {
    const lines = drawing.segments.map((line) => placed(line, scale, left, top));
    cover(covered, size, lines, pen);
    left += (drawing.width + 2 * PEN + GAP) * scale;
  }
  return covered;
}

function placed({ x1, y1, x2, y2 }: Segment, scale: number, left: number, top: number): Segment {
  return { x1: left + x1 * scale, y1: top + y1 * scale, x2: left + x2 * scale, y2: top + y2 * scale };
}

function cover(covered: Float64Array, size: number, lines: readonly Segment[], pen: number): void {
  for (const line of lines) {
    const { x1, y1, x2, y2 } = line;
    const reach = pen + 1;
    const within = (value: number) => Math.max(0, Math.min(size - 1, Math.floor(value)));
    for (let y = within(Math.min(y1, y2) - reach); y <= within(Math.max(y1, y2) + reach); y += 1) {
      for (let x = within(Math.min(x1, x2) - reach); x <= within(Math.max(x1, x2) + reach); x += 1) {
        const inside = Math.max(0, Math.min(1, pen - distance(x + 0.5, y + 0.5, line) + 0.5));
        if (inside > (covered[y * size + x] ?? 0)) covered[y * size + x] = inside;
      }
    }
  }
}

function distance(x: number, y: number, { x1, y1, x2, y2 }: Segment): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / squared));
  const [ex, ey] = [x - (x1 + along * dx), y - (y1 + along * dy)];
  return Math.sqrt(ex * ex + ey * ey);
}

/** FNV-1a. `lunch-poll` and `Lunch Poll` are one name. */
function hashOf(name: string): number {
  const whole = name.slice(0, 200).normalize('NFC').toLowerCase();
  const telling = whole.replace(/[^\p{L}\p{N}]+/gu, '');
  let hash = 0x811c9dc5;
  for (const character of telling === '' ? whole : telling) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}
