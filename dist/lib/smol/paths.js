import picomatch from 'picomatch';
import { isIcon } from './icon-path.js';
import { SET_ASIDE } from './protected-paths.js';
/** Bytes of UTF-8; file systems stop at 255 a name. */
const MAX_SEGMENT_BYTES = 255;
/** Bytes of UTF-8. Git allows more, Windows without long paths allows less: S36 settles on 1,024. */
const MAX_PATH_BYTES = 1024;
const MAX_DEPTH = 32;
// General category C holds control, format (bidi), private, unassigned characters and lone surrogates.
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const NOT_ON_WINDOWS = /[<>:"|?*]/;
const RESERVED_ON_WINDOWS = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$|clock\$)$/i;
/** Signs that look like `/` or `\\`, and that some Windows programs make one of. */
const LIKE_A_SLASH = /[\u2044\u2215\u2216\u29F5\u29F8\u29F9\uFE68\uFF0F\uFF3C]/;
const ENCODED = /%(?:2e|2f|5c|00|25)/i;
/** What a script that does not quote the names of files would run. */
const RUN_BY_SHELLS = /[`;]|\$[({]/;
/** Folders that only a program fills. A person who reads a change skips them. */
const NOT_BY_HAND = /^(?:node_modules|bower_components|jspm_packages|site-packages|__pycache__|\.venv)$/;
// `git~1` is `.git` for Windows, `gitmod~1` and `gi7eba~1` are `.gitmodules`.
const WINDOWS_SHORT_NAME = /^[^.]{1,6}~\d+(?:\.[^.]{0,3})?$/;
const BINARY_EXTENSIONS = new Set(('png jpg jpeg gif webp avif bmp tif tiff ico icns cur heic psd ' +
    'woff woff2 ttf otf eot mp3 mp4 m4a m4v wav ogg flac webm mov avi mkv ' +
    'zip gz tgz bz2 xz zst 7z rar tar jar war apk deb rpm whl egg nupkg dmg iso msi ' +
    'wasm exe dll so dylib lib o a class pyc pyo node bin ' +
    'pdf doc docx xls xlsx ppt pptx odt ods sqlite sqlite3 db parquet npy npz pkl onnx gguf safetensors ' +
    'glb fbx blend p12 pfx jks keystore').split(' '));
const LOCK_FILES = new Set(('package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock bun.lockb deno.lock ' +
    'poetry.lock uv.lock pdm.lock pipfile.lock cargo.lock composer.lock gemfile.lock go.sum mix.lock ' +
    'flake.lock pubspec.lock podfile.lock packages.lock.json gradle.lockfile .terraform.lock.hcl').split(' '));
const BUILT_IN = SET_ASIDE.map(({ globs, reason }) => ({
    reason,
    matches: picomatch([...globs], { dot: true, nocase: true }),
}));
/**
 * Decides whether a file may be written at this path. Nothing is repaired silently: a path is used as it
 * is, except that it is NFC-normalised and one leading `./` is dropped.
 *
 * @param path The path as a model gave it, relative, with `/` between segments.
 * @param protectedPaths Globs of the user. A glob that matches a folder protects all that lies in it.
 * @returns `write`; `draw` for an icon; `set aside` for what a person should add by hand (S37); `refused` for what
 *   cannot or must not be a file of a repository (S36). Reasons are whole clauses without a final full stop.
 * @example checkPath('./src/app.ts') // { kind: 'write', path: 'src/app.ts' }
 */
export function checkPath(path, protectedPaths = []) {
    return judge(path, protections(protectedPaths));
}
/**
 * Applies `checkPath` to a whole list, and refuses what collides with an earlier path of it: the same path,
 * one that differs only in letter case or Unicode form, and a file where another path needs a folder (S38).
 *
 * @returns One verdict for each path, in the order of `paths`. The paths not refused can all be checked out
 *   next to each other on any file system.
 */
export function selectPaths(paths, options) {
    const protectors = protections(options.protectedPaths);
    const files = new Map();
    const folders = new Map();
    return paths.map((path) => {
        const verdict = judge(path, protectors);
        if (verdict.kind === 'refused')
            return verdict;
        const reason = collision(verdict.path, files, folders);
        if (reason !== null)
            return { kind: 'refused', path, reason };
        files.set(fold(verdict.path), verdict.path);
        for (const folder of foldersAbove(verdict.path)) {
            const key = fold(folder);
            if (!folders.has(key))
                folders.set(key, verdict.path);
        }
        return verdict;
    });
}
/** Whether a path is refused for nothing but this: its file is no text, and a person has to add it. */
export function isBinary(path) {
    const clean = path.normalize('NFC').replace(/^\.\//, '');
    return malformed(clean) === null && binaryEnding(clean) !== null;
}
/**
 * Why a file that is there may not be removed; null when it may. What cannot be written, such as a lock file or
 * a picture, can be removed all the same.
 */
export function refuseRemoval(path, protectedPaths) {
    return malformed(path) ?? protectorOf(path, protections(protectedPaths))?.reason ?? null;
}
function judge(given, protectors) {
    const path = given.normalize('NFC').replace(/^\.\//, '');
    const reason = malformed(path) ?? unwritable(path);
    if (reason !== null)
        return { kind: 'refused', path: given, reason };
    const protector = protectorOf(path, protectors);
    const isDrawn = isIcon(path);
    // What a person would be shown to copy is text.
    if (protector !== undefined && isDrawn)
        return { kind: 'refused', path: given, reason: protector.reason };
    if (protector !== undefined)
        return { kind: 'set aside', path, reason: protector.reason };
    return { kind: isDrawn ? 'draw' : 'write', path };
}
function protectorOf(path, protectors) {
    const skeleton = skeletonOf(path);
    return protectors.find(({ matches }) => matches(path) || matches(skeleton));
}
function malformed(path) {
    if (path === '')
        return 'the path is empty';
    if (/^(?:[/~]|[a-z]:[\\/])/i.test(path))
        return "the path must be relative to the app's folder";
    if (path.includes('\\'))
        return 'folders are separated by `/`, not by a backslash';
    if (INVISIBLE.test(path))
        return 'the path holds a control character or an invisible character';
    if (LIKE_A_SLASH.test(path))
        return 'a sign in the path only looks like a slash';
    if (ENCODED.test(path))
        return 'a path is written as it is, not encoded with `%`';
    if (RUN_BY_SHELLS.test(path))
        return 'a shell would run a part of this name';
    // actions/runner, ActionCommand.cs: anywhere in a line.
    if (path.includes('##['))
        return 'a workflow that lists its files would take this name for a command';
    if (/^-|\/--/.test(path))
        return 'a name that begins with `-` is taken for an option by other programs';
    if (NOT_ON_WINDOWS.test(path))
        return 'Windows allows none of `< > : " | ? *` in a file name';
    if (path.endsWith('/'))
        return 'this is a folder, not a file';
    if (Buffer.byteLength(path) > MAX_PATH_BYTES)
        return `the path is longer than ${MAX_PATH_BYTES} bytes`;
    const segments = path.split('/');
    if (segments.length > MAX_DEPTH)
        return `the path is more than ${MAX_DEPTH} folders deep`;
    for (const segment of segments) {
        const reason = malformedSegment(segment);
        if (reason !== null)
            return reason;
    }
    return null;
}
function malformedSegment(segment) {
    if (segment === '')
        return 'a folder in the path has no name';
    if (segment === '.' || segment === '..')
        return '`.` and `..` are not allowed in a path';
    if (/^\s|[\s.]$/u.test(segment))
        return 'a name must not begin or end with a space, nor end with a dot';
    if (/^\.git$/i.test(segment))
        return "`.git` is Git's own folder";
    if (/^(?:\.git|\.+)$/.test(skeletonOf(segment)))
        return `\`${segment}\` looks like another name`;
    if (WINDOWS_SHORT_NAME.test(segment))
        return `\`${segment}\` can stand for another name on Windows`;
    if (RESERVED_ON_WINDOWS.test(segment.split('.')[0]?.trimEnd() ?? '')) {
        return `\`${segment}\` is a reserved name on Windows`;
    }
    if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES) {
        return `a name in the path is longer than ${MAX_SEGMENT_BYTES} bytes`;
    }
    return null;
}
function unwritable(path) {
    const segments = path.toLowerCase().split('/');
    if (segments.some((segment) => NOT_BY_HAND.test(segment)))
        return 'only a program writes into this folder';
    const name = segments.at(-1) ?? '';
    if (LOCK_FILES.has(name))
        return 'a lock file is made by the package manager when you install';
    const ending = isIcon(path) ? null : binaryEnding(path);
    return ending === null ? null : `a \`${ending}\` file is binary and cannot be written as text`;
}
/** `.mp3`; null for a file of text. */
function binaryEnding(path) {
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    const dot = name.lastIndexOf('.');
    return dot > 0 && BINARY_EXTENSIONS.has(name.slice(dot + 1)) ? name.slice(dot) : null;
}
function protections(globs) {
    const patterns = globs
        .map((glob) => glob
        .trim()
        .normalize('NFC')
        .replace(/^\.?\//, '')
        .replace(/\/$/, ''))
        .filter((glob) => glob !== '');
    if (patterns.length === 0)
        return BUILT_IN;
    const matches = picomatch(patterns, { dot: true, nocase: true });
    const matchesWithFolders = (path) => matches(path) || foldersAbove(path).some((folder) => matches(folder));
    return [...BUILT_IN, { reason: 'it is one of your protected paths', matches: matchesWithFolders }];
}
function collision(path, files, folders) {
    const key = fold(path);
    const twin = files.get(key);
    if (twin === path)
        return 'the path is in the list twice';
    if (twin !== undefined)
        return `it differs from \`${twin}\` only in letter case or accents' encoding`;
    const inside = folders.get(key);
    if (inside !== undefined)
        return `\`${inside}\` needs a folder of this name`;
    for (const folder of foldersAbove(path)) {
        const file = files.get(fold(folder));
        if (file !== undefined)
            return `\`${file}\` is a file, so it cannot be a folder too`;
    }
    return null;
}
// Lower, upper and lower again also makes one of `ß` and `SS`, and of `ſ` and `s`, as file systems do.
function fold(path) {
    return path.normalize('NFC').toLowerCase().toUpperCase().toLowerCase().normalize('NFC');
}
/**
 * What a path looks like, or is to a program that does not tell such letters apart: full-width letters,
 * circled ones, the Turkish dotless i, letters with marks. `.ｇıt` → `.git`.
 */
function skeletonOf(path) {
    return fold(path).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
/** `a/b/c.ts` → `a`, `a/b`. */
function foldersAbove(path) {
    const segments = path.split('/');
    return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('/'));
}
