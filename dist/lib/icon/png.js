import { zlibOf } from './deflate.js';
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Red, green, blue and how much of the ground is covered. */
export const CHANNELS = 4;
/** A square picture as a PNG. @param pixels four bytes a pixel, row by row. */
export function pngOf(pixels, size) {
    const header = [...number(size), ...number(size), 8, 6, 0, 0, 0];
    return joined([
        Uint8Array.from(SIGNATURE),
        chunk('IHDR', Uint8Array.from(header)),
        chunk('IDAT', zlibOf(filtered(pixels, size))),
        chunk('IEND', new Uint8Array(0)),
    ]);
}
/** PNGs of one picture in several sizes as one ICO. */
export function icoOf(pictures) {
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
/** Each row as what differs from the one above: nearly all of it is nothing then. */
function filtered(pixels, size) {
    const width = size * CHANNELS;
    const rows = new Uint8Array((width + 1) * size);
    for (let y = 0; y < size; y += 1) {
        const start = y * (width + 1);
        rows[start] = 2;
        for (let x = 0; x < width; x += 1) {
            const above = y === 0 ? 0 : (pixels[(y - 1) * width + x] ?? 0);
            rows[start + 1 + x] = (pixels[y * width + x] ?? 0) - above;
        }
    }
    return rows;
}
function chunk(type, content) {
    const named = joined([Uint8Array.from(type, (letter) => letter.charCodeAt(0)), content]);
    return joined([Uint8Array.from(number(content.length)), named, Uint8Array.from(number(crc32(named)))]);
}
/** Of each byte. */
const CRCS = Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1)
        crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc;
});
function crc32(bytes) {
    let crc = 0xffffffff;
    for (const byte of bytes)
        crc = (crc >>> 8) ^ (CRCS[(crc ^ byte) & 0xff] ?? 0);
    return (crc ^ 0xffffffff) >>> 0;
}
function number(value) {
    return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
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
