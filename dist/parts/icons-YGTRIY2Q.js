import {
  isDrawn,
  sizeInName,
  usualSize
} from "./chunk-SIFLM3P3.js";
import "./chunk-WHZ3GZSW.js";

// src/icon/colours.ts
var GROUNDS = [
  ["#4f6bed", "#3a4fc4"],
  ["#2f74d0", "#1f57a8"],
  ["#0f7b9c", "#0a5d78"],
  ["#0c8074", "#075f57"],
  ["#2b8043", "#1c6030"],
  ["#5c7a18", "#455d0f"],
  ["#a8620c", "#854b07"],
  ["#c4501b", "#9c3b10"],
  ["#cc3d3d", "#a32a2d"],
  ["#c9386e", "#a02553"],
  ["#a345b8", "#7f3092"],
  ["#7a55d6", "#5d3cb0"],
  ["#566377", "#3e4959"]
].map(([top = "", bottom = ""]) => [colour(top), colour(bottom)]);
function readColour(text) {
  const [, long, short] = /^#(?:([\da-f]{6})|([\da-f]{3}))$/i.exec(text.trim()) ?? [];
  if (short !== void 0) return colour(`#${short.replace(/./g, "$&$&")}`);
  return long === void 0 ? null : colour(`#${long}`);
}
function colour(hexadecimal) {
  const value = Number.parseInt(hexadecimal.slice(1), 16);
  return [value >> 16, value >> 8 & 255, value & 255];
}
function carriesWhite(ground) {
  const [red = 0, green = 0, blue = 0] = ground.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 3;
}

// src/icon/glyphs.ts
var LETTERS = {
  A: "M0 10 L3.9 0 L7.8 10 M1.4 6.5 L6.4 6.5",
  B: "M0 4.8 L3.4 4.8 C6.6 4.8 6.6 0 3.4 0 L0 0 L0 10 L3.8 10 C7.3 10 7.3 4.8 3.8 4.8 L3.4 4.8",
  C: "M8.3 1.6 C7.4 .6 6.3 0 5 0 C2.24 0 0 2.24 0 5 C0 7.76 2.24 10 5 10 C6.3 10 7.4 9.4 8.3 8.4",
  D: "M0 0 L0 10 L3 10 C5.76 10 8 7.76 8 5 C8 2.24 5.76 0 3 0 L0 0",
  E: "M6 0 L0 0 L0 10 L6 10 M0 5 L5.2 5",
  F: "M6 0 L0 0 L0 10 M0 5 L5 5",
  G: "M8.5 1.6 C7.6 .6 6.4 0 5 0 C2.24 0 0 2.24 0 5 C0 7.76 2.24 10 5 10 C7.5 10 9.1 8.2 9.1 5.4 L5.6 5.4",
  H: "M0 0 L0 10 M7 0 L7 10 M0 5 L7 5",
  I: "M0 0 L4 0 M2 0 L2 10 M0 10 L4 10",
  J: "M5 0 L5 6.8 C5 8.8 4 10 2.4 10 C1.2 10 .3 9.3 0 8.1",
  K: "M0 0 L0 10 M6.5 0 L0 6 M2.5 3.7 L6.9 10",
  L: "M0 0 L0 10 L5.8 10",
  M: "M0 10 L0 0 L4.25 6.4 L8.5 0 L8.5 10",
  N: "M0 10 L0 0 L7.2 10 L7.2 0",
  O: "M5 0 C7.76 0 10 2.24 10 5 C10 7.76 7.76 10 5 10 C2.24 10 0 7.76 0 5 C0 2.24 2.24 0 5 0",
  P: "M0 10 L0 0 L3.7 0 C7.4 0 7.4 5.6 3.7 5.6 L0 5.6",
  Q: "M5 0 C7.76 0 10 2.24 10 5 C10 7.76 7.76 10 5 10 C2.24 10 0 7.76 0 5 C0 2.24 2.24 0 5 0 M6.2 6.6 L9.4 10",
  R: "M0 10 L0 0 L3.7 0 C7.4 0 7.4 5.6 3.7 5.6 L0 5.6 M3.7 5.6 L6.7 10",
  S: "M6.5 1.7 C5.7 .6 4.7 0 3.5 0 C1.6 0 .3 1 .3 2.6 C.3 6 7 3.9 7 7.4 C7 9 5.5 10 3.6 10 C2 10 .8 9.4 0 8.2",
  T: "M0 0 L7.4 0 M3.7 0 L3.7 10",
  U: "M0 0 L0 6.3 C0 8.6 1.5 10 3.6 10 C5.7 10 7.2 8.6 7.2 6.3 L7.2 0",
  V: "M0 0 L3.9 10 L7.8 0",
  W: "M0 0 L2.7 10 L5.4 1.6 L8.1 10 L10.8 0",
  X: "M0 0 L7 10 M7 0 L0 10",
  Y: "M0 0 L3.7 5.2 L7.4 0 M3.7 5.2 L3.7 10",
  Z: "M0 0 L6.8 0 L0 10 L6.8 10",
  0: "M3.2 0 C5.3 0 6.4 2 6.4 5 C6.4 8 5.3 10 3.2 10 C1.1 10 0 8 0 5 C0 2 1.1 0 3.2 0",
  1: "M0 2 L2.7 0 L2.7 10",
  2: "M.1 2.4 C.5 .9 1.6 0 3.2 0 C5 0 6.2 1.1 6.2 2.8 C6.2 5 3.5 6.4 0 10 L6.4 10",
  3: "M.3 1.5 C.9 .6 1.9 0 3.1 0 C4.8 0 6 1 6 2.5 C6 4 4.8 4.8 3 4.8 C5 4.8 6.4 5.8 6.4 7.4 C6.4 9 5 10 3.1 10 C1.7 10 .6 9.4 0 8.3",
  4: "M4.8 10 L4.8 0 L0 7 L6.6 7",
  5: "M5.8 0 L1 0 L.6 4.5 C1.3 3.9 2.2 3.6 3.1 3.6 C5 3.6 6.3 4.9 6.3 6.8 C6.3 8.7 4.9 10 3 10 C1.6 10 .5 9.4 0 8.3",
  6: "M5.2 .2 C2.4 .6 0 3 0 6.7 C0 8.7 1.4 10 3.2 10 C5 10 6.4 8.7 6.4 6.8 C6.4 5 5.1 3.7 3.3 3.7 C1.5 3.7 0 5 0 6.7",
  7: "M0 0 L6.2 0 L2.2 10",
  8: "M3.2 4.7 C1.5 4.7 .5 3.7 .5 2.4 C.5 1 1.6 0 3.2 0 C4.8 0 5.9 1 5.9 2.4 C5.9 3.7 4.9 4.7 3.2 4.7 C1.3 4.7 0 5.8 0 7.3 C0 8.9 1.3 10 3.2 10 C5.1 10 6.4 8.9 6.4 7.3 C6.4 5.8 5.1 4.7 3.2 4.7",
  9: "M1.2 9.8 C4 9.4 6.4 7 6.4 3.3 C6.4 1.3 5 0 3.2 0 C1.4 0 0 1.3 0 3.2 C0 5 1.3 6.3 3.1 6.3 C4.9 6.3 6.4 5 6.4 3.3"
};
var MARKS = [
  // A ring with a point in it.
  "M5 0 C7.76 0 10 2.24 10 5 C10 7.76 7.76 10 5 10 C2.24 10 0 7.76 0 5 C0 2.24 2.24 0 5 0 M5 5 L5 5",
  // A square on its corner.
  "M5 -.6 L10.6 5 L5 10.6 L-.6 5 L5 -.6 M5 5 L5 5",
  // A hexagon.
  "M5 -.4 L9.7 2.3 L9.7 7.7 L5 10.4 L.3 7.7 L.3 2.3 L5 -.4 M5 5 L5 5",
  // Two hills.
  "M0 9.2 L3.6 2.6 L6 7 M4.9 5 L6.8 1.8 L10.6 9.2 L0 9.2"
];
var STEPS = 14;
function letter(character) {
  const path = Object.hasOwn(LETTERS, character) ? LETTERS[character] : void 0;
  return path === void 0 ? null : drawingOf(path);
}
function mark(number2) {
  return drawingOf(MARKS[number2 % MARKS.length] ?? "");
}
function drawingOf(path) {
  const segments = [];
  let [x, y] = [0, 0];
  for (const [, command = "", points = ""] of path.matchAll(/([MLC])([^MLC]*)/g)) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = points.trim().split(/\s+/).map(Number);
    if (command === "C") {
      segments.push(...curve([x, y, x1, y1, x2, y2, x3, y3]));
      [x, y] = [x3, y3];
      continue;
    }
    if (command === "L") segments.push({ x1: x, y1: y, x2: x1, y2: y1 });
    [x, y] = [x1, y1];
  }
  return { width: Math.max(...segments.flatMap(({ x1, x2 }) => [x1, x2])), segments };
}
function curve([x0, y0, x1, y1, x2, y2, x3, y3]) {
  const at = (t, a, b, c, d) => {
    const s = 1 - t;
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  };
  return Array.from({ length: STEPS }, (_, index) => {
    const [from, to] = [index / STEPS, (index + 1) / STEPS];
    return {
      x1: at(from, x0, x1, x2, x3),
      y1: at(from, y0, y1, y2, y3),
      x2: at(to, x0, x1, x2, x3),
      y2: at(to, y0, y1, y2, y3)
    };
  });
}

// src/icon/deflate.ts
var LONGEST = 258;
var SHORTEST = 3;
var WINDOW = 32768;
var LENGTHS = ranges(257, 3, [
  [8, 0],
  [4, 1],
  [4, 2],
  [4, 3],
  [4, 4],
  [4, 5]
]);
var DISTANCES = ranges(0, 1, [
  [4, 0],
  [2, 1],
  [2, 2],
  [2, 3],
  [2, 4],
  [2, 5],
  [2, 6],
  [2, 7],
  [2, 8],
  [2, 9],
  [2, 10],
  [2, 11],
  [2, 12],
  [2, 13]
]);
function ranges(firstCode, first, groups) {
  const all = [];
  let from = first;
  for (const [count, bits] of groups) {
    for (let index = 0; index < count; index += 1) {
      all.push([firstCode + all.length, from, bits]);
      from += 2 ** bits;
    }
  }
  return all;
}
function zlibOf(bytes) {
  const out = new Bits();
  out.byte(120);
  out.byte(1);
  out.bits(3, 3);
  const heads = /* @__PURE__ */ new Map();
  for (let at = 0; at < bytes.length; ) {
    const key = keyAt(bytes, at);
    const earlier = heads.get(key);
    heads.set(key, at);
    const near = lengthOf(bytes, at, at - 1);
    const far = earlier === void 0 || at - earlier > WINDOW ? 0 : lengthOf(bytes, at, earlier);
    const length = Math.max(near, far);
    if (length < SHORTEST) {
      out.literal(bytes[at] ?? 0);
      at += 1;
      continue;
    }
    const distance2 = near >= far ? 1 : at - (earlier ?? 0);
    writeMatch(out, length, distance2);
    at += length;
  }
  out.literal(256);
  out.flush();
  const sum = adler32(bytes);
  for (const shift of [24, 16, 8, 0]) out.byte(sum >>> shift & 255);
  return out.whole();
}
function keyAt(bytes, at) {
  let key = 0;
  for (let index = 0; index < 8; index += 1) key = Math.imul(key, 31) + (bytes[at + index] ?? 0) | 0;
  return key;
}
function lengthOf(bytes, at, earlier) {
  if (earlier < 0) return 0;
  const most = Math.min(LONGEST, bytes.length - at);
  let length = 0;
  while (length < most && bytes[earlier + length] === bytes[at + length]) length += 1;
  return length;
}
function writeMatch(out, length, distance2) {
  if (length === LONGEST) out.literal(285);
  else {
    const [code2, from2, bits2] = rangeOf(LENGTHS, length);
    out.literal(code2);
    out.bits(length - from2, bits2);
  }
  const [code, from, bits] = rangeOf(DISTANCES, distance2);
  out.code(code, 5);
  out.bits(distance2 - from, bits);
}
function rangeOf(ranges2, value) {
  return ranges2.findLast(([, from]) => from <= value) ?? [0, 0, 0];
}
var Bits = class {
  #bytes = new Uint8Array(4096);
  #size = 0;
  #waiting = 0;
  #count = 0;
  byte(value) {
    if (this.#size === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#size] = value;
    this.#size += 1;
  }
  bits(value, count) {
    this.#waiting |= value << this.#count;
    this.#count += count;
    while (this.#count >= 8) {
      this.byte(this.#waiting & 255);
      this.#waiting >>>= 8;
      this.#count -= 8;
    }
  }
  /** A code stands with its highest bit first. */
  code(value, count) {
    for (let bit = count - 1; bit >= 0; bit -= 1) this.bits(value >>> bit & 1, 1);
  }
  /** A byte, the end (256) or a length, by the fixed codes. */
  literal(value) {
    if (value < 144) this.code(48 + value, 8);
    else if (value < 256) this.code(400 + value - 144, 9);
    else if (value < 280) this.code(value - 256, 7);
    else this.code(192 + value - 280, 8);
  }
  flush() {
    if (this.#count > 0) this.bits(0, 8 - this.#count);
  }
  whole() {
    return this.#bytes.slice(0, this.#size);
  }
};
var SUMMED = 4096;
function adler32(bytes) {
  let [low, high] = [1, 0];
  for (let start = 0; start < bytes.length; start += SUMMED) {
    for (let at = start; at < Math.min(bytes.length, start + SUMMED); at += 1) {
      low += bytes[at] ?? 0;
      high += low;
    }
    low %= 65521;
    high %= 65521;
  }
  return (high << 16 | low) >>> 0;
}

// src/icon/png.ts
var SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
var CHANNELS = 4;
function pngOf(pixels, size) {
  const header = [...number(size), ...number(size), 8, 6, 0, 0, 0];
  return joined([
    Uint8Array.from(SIGNATURE),
    chunk("IHDR", Uint8Array.from(header)),
    chunk("IDAT", zlibOf(filtered(pixels, size))),
    chunk("IEND", new Uint8Array(0))
  ]);
}
function icoOf(pictures) {
  let offset = 6 + 16 * pictures.length;
  const entries = pictures.map(({ size, png }) => {
    const side = size >= 256 ? 0 : size;
    const entry = [side, side, 0, 0, 1, 0, 32, 0, ...little(png.length), ...little(offset)];
    offset += png.length;
    return entry;
  });
  const head = [0, 0, 1, 0, pictures.length, 0, ...entries.flat()];
  return joined([Uint8Array.from(head), ...pictures.map(({ png }) => png)]);
}
function filtered(pixels, size) {
  const width = size * CHANNELS;
  const rows = new Uint8Array((width + 1) * size);
  for (let y = 0; y < size; y += 1) {
    const start = y * (width + 1);
    rows[start] = 2;
    for (let x = 0; x < width; x += 1) {
      const above = y === 0 ? 0 : pixels[(y - 1) * width + x] ?? 0;
      rows[start + 1 + x] = (pixels[y * width + x] ?? 0) - above;
    }
  }
  return rows;
}
function chunk(type, content) {
  const named = joined([Uint8Array.from(type, (letter2) => letter2.charCodeAt(0)), content]);
  return joined([Uint8Array.from(number(content.length)), named, Uint8Array.from(number(crc32(named)))]);
}
var CRCS = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? crc >>> 1 ^ 3988292384 : crc >>> 1;
  return crc;
});
function crc32(bytes) {
  let crc = 4294967295;
  for (const byte of bytes) crc = crc >>> 8 ^ (CRCS[(crc ^ byte) & 255] ?? 0);
  return (crc ^ 4294967295) >>> 0;
}
function number(value) {
  return [24, 16, 8, 0].map((shift) => value >>> shift & 255);
}
function little(value) {
  return number(value).reverse();
}
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

// src/icon/draw.ts
var ICO_SIZES = [16, 32, 48];
var LARGEST = 1024;
var ROOM_FOR_TWO = 40;
var WHITE = [255, 255, 255];
var SMALL_WORDS = /^(?:a|an|the|of|for|and|to|with|in|on|my)$/i;
function drawIcon(icon) {
  const { path, size } = icon;
  const png = (side) => pngOf(paint(icon, side), side);
  if (/\.ico$/i.test(path)) return icoOf(ICO_SIZES.map((side) => ({ size: side, png: png(side) })));
  return png(Math.max(1, Math.min(LARGEST, Math.round(size))));
}
function paint({ name, colour: colour2, isWhole }, size) {
  const hash = hashOf(name);
  const isOwn = colour2 !== null && carriesWhite(colour2);
  const [top, bottom] = isOwn ? [colour2, colour2] : GROUNDS[hash % GROUNDS.length] ?? [WHITE, WHITE];
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
function insideOf(x, y, size) {
  const radius = size * 0.22;
  const middle = size / 2;
  const dx = Math.max(0, Math.abs(x - middle) - (middle - radius));
  const dy = Math.max(0, Math.abs(y - middle) - (middle - radius));
  return Math.max(0, Math.min(1, radius - Math.sqrt(dx * dx + dy * dy) + 0.5));
}
function mix(from, to, share) {
  const part = (a, b) => Math.round(a + (b - a) * share);
  return [part(from[0], to[0]), part(from[1], to[1]), part(from[2], to[2])];
}
function drawingsOf(name, size, hash) {
  const letters = initials(name).flatMap((initial) => letter(initial) ?? []);
  if (letters.length === 0) return [mark(Math.floor(hash / GROUNDS.length))];
  return size < ROOM_FOR_TWO ? letters.slice(0, 1) : letters;
}
function initials(name) {
  const words = name.slice(0, 200).normalize("NFKD").replace(new RegExp("\\p{M}|['\u2019]", "gu"), "").replace(new RegExp("(\\p{Ll})(\\p{Lu})", "gu"), "$1 $2").split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const telling = words.filter((word) => !SMALL_WORDS.test(word));
  const chosen = (telling.length === 0 ? words : telling).filter((word) => /^[a-z\d]/i.test(word));
  return chosen.slice(0, 2).map((word) => word.charAt(0).toUpperCase());
}
var PEN = 0.85;
var GAP = 1.1;
function coverageOf(drawings, size) {
  const covered = new Float64Array(size * size);
  const width = drawings.reduce((sum, drawing) => sum + drawing.width + 2 * PEN, 0) + GAP * (drawings.length - 1);
  const height = 10 + 2 * PEN;
  const scale = Math.min(size * 0.56 / height, size * 0.64 / width);
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
function placed({ x1, y1, x2, y2 }, scale, left, top) {
  return { x1: left + x1 * scale, y1: top + y1 * scale, x2: left + x2 * scale, y2: top + y2 * scale };
}
function cover(covered, size, lines, pen) {
  for (const line of lines) {
    const { x1, y1, x2, y2 } = line;
    const reach = pen + 1;
    const within = (value) => Math.max(0, Math.min(size - 1, Math.floor(value)));
    for (let y = within(Math.min(y1, y2) - reach); y <= within(Math.max(y1, y2) + reach); y += 1) {
      for (let x = within(Math.min(x1, x2) - reach); x <= within(Math.max(x1, x2) + reach); x += 1) {
        const inside = Math.max(0, Math.min(1, pen - distance(x + 0.5, y + 0.5, line) + 0.5));
        if (inside > (covered[y * size + x] ?? 0)) covered[y * size + x] = inside;
      }
    }
  }
}
function distance(x, y, { x1, y1, x2, y2 }) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / squared));
  const [ex, ey] = [x - (x1 + along * dx), y - (y1 + along * dy)];
  return Math.sqrt(ex * ex + ey * ey);
}
function hashOf(name) {
  const whole = name.slice(0, 200).normalize("NFC").toLowerCase();
  const telling = whole.replace(/[^\p{L}\p{N}]+/gu, "");
  let hash = 2166136261;
  for (const character of telling === "" ? whole : telling) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  }
  return (hash ^ hash >>> 15) >>> 0;
}

// src/smol/icons.ts
var DEEPEST = 6;
var LONGEST_MANIFEST = 2e5;
function* drawIcons(planned, files, title) {
  const icons = planned.filter(isDrawn);
  const manifests = readManifests(files);
  const sizes = new Map(manifests.flatMap(({ sizes: sizes2 }) => [...sizes2]));
  const whole = new Set(manifests.flatMap(({ whole: whole2 }) => [...whole2]));
  const colour2 = manifests.find(({ colour: colour3 }) => colour3 !== null)?.colour ?? null;
  const name = manifests.find(({ name: name2 }) => name2 !== null)?.name ?? plainTitle(title);
  for (const { path } of icons) {
    const size = sizeInName(path) ?? sizes.get(path) ?? usualSize(path);
    const isWhole = whole.has(path) || /apple-touch|maskable/i.test(path);
    yield [path, drawIcon({ path, name, size, colour: colour2, isWhole })];
  }
}
function plainTitle(title) {
  const [name = ""] = title.replace(/[`*_]/g, "").split(/:| [-–—|] |[(|]/, 1);
  return name.trim();
}
function readManifests(files) {
  return [...files].flatMap(([path, text]) => {
    const isManifest = /(?:^|\/)(?:[\w-]*manifest[\w-]*\.json|[\w-]+\.webmanifest)$/i.test(path);
    if (!isManifest || text.length > LONGEST_MANIFEST) return [];
    const manifest = parse(text);
    if (!isObject(manifest)) return [];
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const icons = [...addressed(manifest, 0)].flatMap(
      ({ address, ...said }) => placesOf(address, folder, files).map((place) => ({ place, ...said }))
    );
    const { theme_color: theme } = manifest;
    return [
      {
        name: nameIn(manifest),
        colour: typeof theme === "string" ? readColour(theme) : null,
        sizes: new Map(icons.flatMap(({ place, size }) => size === null ? [] : [[place, size]])),
        whole: new Set(icons.filter(({ isMaskable }) => isMaskable).map(({ place }) => place))
      }
    ];
  });
}
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function nameIn({ name, short_name }) {
  const names = [name, short_name].filter((one) => typeof one === "string");
  return names.find((one) => one.trim() !== "" && !one.startsWith("__MSG_"))?.trim() ?? null;
}
function* addressed(value, depth) {
  if (depth > DEEPEST || typeof value !== "object" || value === null) return;
  if (isObject(value) && typeof value.src === "string") {
    const { src: address, sizes, purpose } = value;
    const [, size] = typeof sizes === "string" ? /(\d{1,4})x\1(?!\d)/i.exec(sizes) ?? [] : [];
    const isMaskable = typeof purpose === "string" && /\bmaskable\b/i.test(purpose);
    yield { address, size: size === void 0 ? null : Number(size), isMaskable };
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const isSized = !Array.isArray(value) && /^\d{1,4}$/.test(key) && typeof inner === "string";
    if (isSized && Number(key) > 0) yield { address: inner, size: Number(key), isMaskable: false };
    else yield* addressed(inner, depth + 1);
  }
}
function placesOf(address, folder, files) {
  const path = address.replace(/[?#].*$/, "").replace(/^\.?\/+/, "");
  const roots = ["", "public/", "static/", "src/"].filter(
    (root) => root === "" || [...files.keys()].some((file) => file.startsWith(root))
  );
  return [.../* @__PURE__ */ new Set([folder + path, ...roots.map((root) => root + path)])];
}
export {
  drawIcons
};
