// src/smol/icon-path.ts
var ICON_WORDS = /* @__PURE__ */ new Set(["icon", "icons", "logo", "logos", "favicon", "favicons", "appicon", "maskable"]);
var OTHER_WORDS = new Set(
  "sprite sprites sheet spritesheet screenshot screenshots background bg banner preview cover hero texture photo".split(
    " "
  )
);
var STATES = new Set(
  "active inactive on off enabled disabled default dark light small large app".split(" ")
);
var KNOWN = /^(?:apple-touch-icon|android-chrome|mstile)\b/;
var ICON_FOLDER = /(?:^|\/)(?:icons?|favicons?|app-?icons?|logos?)\/[^/]+$/i;
var PICTURE_FOLDER = /(?:^|\/)(?:images?|img|assets|public|static)\/[^/]+$/i;
var SMALLEST = 8;
function isIcon(path) {
  const [, stem, ending] = /([^/]+)\.(png|ico)$/i.exec(path) ?? [];
  if (stem === void 0) return false;
  const words = wordsOf(stem);
  const measured = dimensionsOf(stem);
  if (words.some((word) => OTHER_WORDS.has(word)) || measured !== null && measured[0] !== measured[1])
    return false;
  if (/^ico$/i.test(ending ?? "") || KNOWN.test(stem.toLowerCase())) return true;
  if (words.some((word) => ICON_WORDS.has(word))) return true;
  const isSize = words.length === 0 && sizeInName(path) !== null;
  if (ICON_FOLDER.test(path)) return isSize || words.every((word) => STATES.has(word) || word === "x");
  return isSize && PICTURE_FOLDER.test(path);
}
function isDrawn({ path, action }) {
  return action === "add" && isIcon(path);
}
function wordsOf(stem) {
  const words = stem.slice(0, 200).replace(/@\dx$/i, "").replace(/\d+x\d+/gi, " ").replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.split(/[^a-z]+/).filter((word) => word !== "");
}
function dimensionsOf(stem) {
  const [, width, height] = /(?<!\d)(\d{1,5})x(\d{1,5})(?!\d)/i.exec(stem) ?? [];
  return width === void 0 ? null : [Number(width), Number(height)];
}
function sizeInName(path) {
  const stem = path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  const [plain = stem, times = "1"] = stem.split(/@(\d)x$/i);
  const [width] = dimensionsOf(plain) ?? [];
  const numbers = [...plain.matchAll(/\d{1,5}/g)].map(([digits]) => Number(digits));
  const size = width ?? numbers.findLast((number) => number >= SMALLEST);
  if (size !== void 0 && size >= SMALLEST) return size * Math.max(1, Number(times));
  if (/^apple-touch-icon/i.test(stem)) return 180;
  return null;
}
function usualSize(path) {
  return /favicon[^/]*$/i.test(path) ? 32 : 512;
}

export {
  isIcon,
  isDrawn,
  sizeInName,
  usualSize
};
