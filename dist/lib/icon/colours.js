/** Grounds from their top to their bottom; white is easy to read on each. */
export const GROUNDS = [
    ['#4f6bed', '#3a4fc4'],
    ['#2f74d0', '#1f57a8'],
    ['#0f7b9c', '#0a5d78'],
    ['#0c8074', '#075f57'],
    ['#2b8043', '#1c6030'],
    ['#5c7a18', '#455d0f'],
    ['#a8620c', '#854b07'],
    ['#c4501b', '#9c3b10'],
    ['#cc3d3d', '#a32a2d'],
    ['#c9386e', '#a02553'],
    ['#a345b8', '#7f3092'],
    ['#7a55d6', '#5d3cb0'],
    ['#566377', '#3e4959'],
].map(([top = '', bottom = '']) => [colour(top), colour(bottom)]);
/** `#2f7d5b` or `#abc` as a colour; null for anything else. */
export function readColour(text) {
    const [, long, short] = /^#(?:([\da-f]{6})|([\da-f]{3}))$/i.exec(text.trim()) ?? [];
    if (short !== undefined)
        return colour(`#${short.replace(/./g, '$&$&')}`);
    return long === undefined ? null : colour(`#${long}`);
}
function colour(hexadecimal) {
    const value = Number.parseInt(hexadecimal.slice(1), 16);
    return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}
/**
 * Whether white signs are easy to see on a colour: a contrast of 3 to 1.
 * https://www.w3.org/TR/WCAG22/#non-text-contrast
 */
export function carriesWhite(ground) {
    const [red = 0, green = 0, blue = 0] = ground.map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 3;
}
