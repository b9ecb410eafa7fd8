/** Longest match that the format has. */
const LONGEST = 258;
const SHORTEST = 3;
/** How far back a match may lie. */
const WINDOW = 32_768;
/** Code of the length, its first length and its extra bits (RFC 1951, 3.2.5). */
const LENGTHS = ranges(257, 3, [
    [8, 0],
    [4, 1],
    [4, 2],
    [4, 3],
    [4, 4],
    [4, 5],
]);
const DISTANCES = ranges(0, 1, [
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
    [2, 13],
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
/**
 * Bytes as a zlib stream. By hand, since zlib itself makes other bytes of the same picture on another processor or
 * with another version of Node, and a picture that is drawn again must be the same one.
 */
export function zlibOf(bytes) {
    const out = new Bits();
    out.byte(0x78);
    out.byte(0x01);
    // One block, the last, with the fixed codes.
    out.bits(0b011, 3);
    const heads = new Map();
    for (let at = 0; at < bytes.length;) {
        const key = keyAt(bytes, at);
        const earlier = heads.get(key);
        heads.set(key, at);
        const near = lengthOf(bytes, at, at - 1);
        const far = earlier === undefined || at - earlier > WINDOW ? 0 : lengthOf(bytes, at, earlier);
        const length = Math.max(near, far);
        if (length < SHORTEST) {
            out.literal(bytes[at] ?? 0);
            at += 1;
            continue;
        }
        const distance = near >= far ? 1 : at - (earlier ?? 0);
        writeMatch(out, length, distance);
        at += length;
    }
    out.literal(256);
    out.flush();
    const sum = adler32(bytes);
    for (const shift of [24, 16, 8, 0])
        out.byte((sum >>> shift) & 0xff);
    return out.whole();
}
/** Eight bytes, two pixels, say enough of what follows. */
function keyAt(bytes, at) {
    let key = 0;
    for (let index = 0; index < 8; index += 1)
        key = (Math.imul(key, 31) + (bytes[at + index] ?? 0)) | 0;
    return key;
}
function lengthOf(bytes, at, earlier) {
    if (earlier < 0)
        return 0;
    const most = Math.min(LONGEST, bytes.length - at);
    let length = 0;
    while (length < most && bytes[earlier + length] === bytes[at + length])
        length += 1;
    return length;
}
function writeMatch(out, length, distance) {
    if (length === LONGEST)
        out.literal(285);
    else {
        const [code, from, bits] = rangeOf(LENGTHS, length);
        out.literal(code);
        out.bits(length - from, bits);
    }
    const [code, from, bits] = rangeOf(DISTANCES, distance);
    out.code(code, 5);
    out.bits(distance - from, bits);
}
function rangeOf(ranges, value) {
    return ranges.findLast(([, from]) => from <= value) ?? [0, 0, 0];
}
/** Writes bits, the lowest first. */
class Bits {
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
            this.byte(this.#waiting & 0xff);
            this.#waiting >>>= 8;
            this.#count -= 8;
        }
    }
    /** A code stands with its highest bit first. */
    code(value, count) {
        for (let bit = count - 1; bit >= 0; bit -= 1)
            this.bits((value >>> bit) & 1, 1);
    }
    /** A byte, the end (256) or a length, by the fixed codes. */
    literal(value) {
        if (value < 144)
            this.code(0x30 + value, 8);
        else if (value < 256)
            this.code(0x190 + value - 144, 9);
        else if (value < 280)
            this.code(value - 256, 7);
        else
            this.code(0xc0 + value - 280, 8);
    }
    flush() {
        if (this.#count > 0)
            this.bits(0, 8 - this.#count);
    }
    whole() {
        return this.#bytes.slice(0, this.#size);
    }
}
/** So many bytes at once overflow no sum. */
const SUMMED = 4_096;
function adler32(bytes) {
    let [low, high] = [1, 0];
    for (let start = 0; start < bytes.length; start += SUMMED) {
        for (let at = start; at < Math.min(bytes.length, start + SUMMED); at += 1) {
            low += bytes[at] ?? 0;
            high += low;
        }
        low %= 65_521;
        high %= 65_521;
    }
    return ((high << 16) | low) >>> 0;
}
