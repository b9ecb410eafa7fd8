import { createHash } from 'node:crypto';
import { crc32, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Colour, GROUNDS, readColour } from '../../src/icon/colours.js';
import { drawIcon, type Icon, initials } from '../../src/icon/draw.js';
import { anyText } from '../support/any-text.js';

type Picture = { width: number; height: number; pixels: Buffer };

/** Reads a PNG as strictly as any program would: signature, checksums, one filter byte a row. */
function decode(png: Uint8Array): Picture {
  const bytes = Buffer.from(png);
  expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const named = bytes.subarray(at + 4, at + 8 + length);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(named));
    chunks.set(named.subarray(0, 4).toString(), named.subarray(4));
    at += 12 + length;
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
  const header = chunks.get('IHDR') ?? Buffer.alloc(13);
  expect([...header.subarray(8)]).toEqual([8, 6, 0, 0, 0]);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  return { width, height, pixels: unfiltered(inflateSync(chunks.get('IDAT') ?? ''), width, height) };
}

test.each<[string, Colour | null]>([
  ['#2f7d5b', [0x2f, 0x7d, 0x5b]],
  [' #ABC ', [0xaa, 0xbb, 0xcc]],
  ['teal', null],
  ['#2f7d5b80', null],
  ['rgb(1, 2, 3)', null],
])('%j as a colour', (text, colour) => {
  expect(readColour(text)).toEqual(colour);
});

function unfiltered(rows: Buffer, width: number, height: number): Buffer {
  expect(rows.length).toBe((width * 4 + 1) * height);
  const pixels = Buffer.alloc(width * 4 * height);
  for (let y = 0; y < height; y += 1) {
    expect(rows[y * (width * 4 + 1)]).toBe(2);
    for (let x = 0; x < width * 4; x += 1) {
      const above = y === 0 ? 0 : (pixels[(y - 1) * width * 4 + x] ?? 0);
      pixels[y * width * 4 + x] = ((rows[y * (width * 4 + 1) + 1 + x] ?? 0) + above) & 0xff;
    }
  }
  return pixels;
}

function at({ width, pixels }: Picture, x: number, y: number): number[] {
  return [...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
}

const draw = (name: string, size = 64, path = 'icon.png', more: Partial<Icon> = {}) =>
  drawIcon({ path, name, size, colour: null, isWhole: false, ...more });
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

describe('an icon', () => {
  test.each([1, 2, 16, 48, 128, 512])('is a square PNG of %i pixels', (size) => {
    const { width, height } = decode(draw('Lunch Poll', size));
    expect([width, height]).toEqual([size, size]);
  });

  test('is never larger than 1024 pixels, and never nothing', () => {
    expect(decode(draw('a', 5000)).width).toBe(1024);
    expect(decode(draw('a', 0)).width).toBe(1);
  });

  test('is small as a file', () => {
    expect(draw('Lunch Poll', 128).length).toBeLessThan(5_000);
    expect(draw('Lunch Poll', 512).length).toBeLessThan(25_000);
  });

  // Of what stands on a branch it is told by its bytes whether it is ours: they may become different for no reason.
  test('has the same bytes everywhere and for ever', () => {
    const drawn = [16, 48, 128, 512].map((size) => hash(draw('Lunch Poll', size)));
    expect([...drawn, hash(draw('日本', 64)), hash(draw('Pong', 1, 'favicon.ico'))]).toMatchInlineSnapshot(`
      [
        "bcb26ce123a6feaf",
        "0fa7c4892e21c225",
        "dbae0759a208a9ae",
        "fdc0613149454f24",
        "54aefd01a74c52f9",
        "6544836b030898e0",
      ]
    `);
    expect(draw('Lunch Poll')).toEqual(draw('Lunch Poll'));
  });

  test('has round corners, a ground, and white letters in its middle', () => {
    const icon = decode(draw('I', 64));
    expect(at(icon, 0, 0)).toEqual([0, 0, 0, 0]);
    expect(at(icon, 32, 2)[3]).toBe(255);
    expect(at(icon, 32, 32)).toEqual([255, 255, 255, 255]);
    expect(at(icon, 6, 32)).not.toEqual([255, 255, 255, 255]);
  });

  test('is whole up to its corners where a system cuts them', () => {
    expect(at(decode(draw('A', 64, 'icon.png', { isWhole: true })), 0, 0)[3]).toBe(255);
  });

  test('has the colour of the app, if white stands out on it', () => {
    const ground = (colour: Colour | null) => at(decode(draw('A', 64, 'icon.png', { colour })), 4, 32);
    expect(ground([0x2f, 0x7d, 0x5b])).toEqual([0x2f, 0x7d, 0x5b, 255]);
    expect(ground([255, 255, 255])).toEqual(ground(null));
    expect(ground([0xff, 0xd5, 0x4f])).toEqual(ground(null));
  });

  test('shows one letter where there is no room for two', () => {
    expect(draw('Lunch Poll', 16)).not.toEqual(draw('Lunch', 16));
    const [both, one] = [decode(draw('Ab Cd', 48)), decode(draw('Ab Cd', 32))];
    const whites = (picture: Picture) =>
      Array.from({ length: picture.width }, (_, x) => x).filter((x) => {
        const column = Array.from({ length: picture.height }, (__, y) => at(picture, x, y));
        return column.some(([red, green, blue]) => red === 255 && green === 255 && blue === 255);
      }).length / picture.width;
    expect(whites(both)).toBeGreaterThan(whites(one));
  });

  test('has the colour of its name, however it is written', () => {
    const ground = (name: string) => at(decode(draw(name)), 4, 32);
    expect(ground('lunch-poll')).toEqual(ground('Lunch Poll'));
    expect(
      new Set(['Notes', 'Pong', 'Spending', 'Radar', 'Chess'].map((name) => `${ground(name)}`)).size,
    ).toBeGreaterThan(2);
  });

  test.each(GROUNDS.flat())('is easy to read on %j', (...colour) => {
    const [red = 0, green = 0, blue = 0] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    expect(1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)).toBeGreaterThanOrEqual(4.5);
  });

  test('can be drawn for every name there is', () => {
    fc.assert(
      fc.property(anyText(20), fc.integer({ min: 1, max: 40 }), (name, size) => {
        expect(decode(draw(name, size)).width).toBe(size);
      }),
      { numRuns: 50 },
    );
  });
});

describe('an .ico', () => {
  test('holds PNGs of 16, 32 and 48 pixels', () => {
    const ico = Buffer.from(draw('Pong', 999, 'public/favicon.ico'));
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 3]);
    const held = [0, 1, 2].map((index) => {
      const entry = 6 + 16 * index;
      const [length, offset] = [ico.readUInt32LE(entry + 8), ico.readUInt32LE(entry + 12)];
      return {
        said: ico[entry],
        width: decode(ico.subarray(offset, offset + length)).width,
        end: offset + length,
      };
    });
    expect(held.map(({ said, width }) => [said, width])).toEqual([
      [16, 16],
      [32, 32],
      [48, 48],
    ]);
    expect(held.at(-1)?.end).toBe(ico.length);
  });
});

test.each<[string, string]>([
  ['Lunch Poll', 'LP'],
  ['Pong', 'P'],
  ['lunch-poll', 'LP'],
  ['tabMaster', 'TM'],
  ['The Game of Life', 'GL'],
  ['A', 'A'],
  ['Émile’s Été', 'EE'],
  ['2048', '2'],
  ['日本', ''],
  ['Привет', ''],
  ['🎉', ''],
  ['', ''],
  ['__proto__', 'P'],
])('the letters of %j are %j', (name, letters) => {
  expect(initials(name).join('')).toBe(letters);
});
