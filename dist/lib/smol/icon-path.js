/** Words by which a picture is known to be an icon. */
const ICON_WORDS = new Set(['icon', 'icons', 'logo', 'logos', 'favicon', 'favicons', 'appicon', 'maskable']);
/** Words by which it is known to be another picture. */
const OTHER_WORDS = new Set('sprite sprites sheet spritesheet screenshot screenshots background bg banner preview cover hero texture photo'.split(' '));
/** Words that say in which state an app's icon is, and nothing else. */
const STATES = new Set('active inactive on off enabled disabled default dark light small large app'.split(' '));
/** Icons that have names of their own. */
const KNOWN = /^(?:apple-touch-icon|android-chrome|mstile)\b/;
const ICON_FOLDER = /(?:^|\/)(?:icons?|favicons?|app-?icons?|logos?)\/[^/]+$/i;
const PICTURE_FOLDER = /(?:^|\/)(?:images?|img|assets|public|static)\/[^/]+$/i;
/** Pixels. */
const SMALLEST = 8;
/**
 * Whether a path is that of an icon which is drawn, since no model can write one: a `.png` or `.ico` that is called
 * like one.
 */
export function isIcon(path) {
    const [, stem, ending] = /([^/]+)\.(png|ico)$/i.exec(path) ?? [];
    if (stem === undefined)
        return false;
    const words = wordsOf(stem);
    const measured = dimensionsOf(stem);
    if (words.some((word) => OTHER_WORDS.has(word)) || (measured !== null && measured[0] !== measured[1]))
        return false;
    if (/^ico$/i.test(ending ?? '') || KNOWN.test(stem.toLowerCase()))
        return true;
    if (words.some((word) => ICON_WORDS.has(word)))
        return true;
    const isSize = words.length === 0 && sizeInName(path) !== null;
    if (ICON_FOLDER.test(path))
        return isSize || words.every((word) => STATES.has(word) || word === 'x');
    return isSize && PICTURE_FOLDER.test(path);
}
/** Whether a file of a plan is drawn: an icon that is there already only stays, moves or goes. */
export function isDrawn({ path, action }) {
    return action === 'add' && isIcon(path);
}
/** `appIcon-128@2x` → `app`, `icon`. */
function wordsOf(stem) {
    const words = stem
        .slice(0, 200)
        .replace(/@\dx$/i, '')
        .replace(/\d+x\d+/gi, ' ')
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase();
    return words.split(/[^a-z]+/).filter((word) => word !== '');
}
function dimensionsOf(stem) {
    const [, width, height] = /(?<!\d)(\d{1,5})x(\d{1,5})(?!\d)/i.exec(stem) ?? [];
    return width === undefined ? null : [Number(width), Number(height)];
}
/** The size that an icon's name says: `icon-128.png`, `android-chrome-192x192.png`, `icon-16@2x.png`. Pixels. */
export function sizeInName(path) {
    const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
    const [plain = stem, times = '1'] = stem.split(/@(\d)x$/i);
    const [width] = dimensionsOf(plain) ?? [];
    const numbers = [...plain.matchAll(/\d{1,5}/g)].map(([digits]) => Number(digits));
    const size = width ?? numbers.findLast((number) => number >= SMALLEST);
    if (size !== undefined && size >= SMALLEST)
        return size * Math.max(1, Number(times));
    if (/^apple-touch-icon/i.test(stem))
        return 180;
    return null;
}
/** The size of an icon of which neither its name nor a manifest says one. Pixels. */
export function usualSize(path) {
    return /favicon[^/]*$/i.test(path) ? 32 : 512;
}
