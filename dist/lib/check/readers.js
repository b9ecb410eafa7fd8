import { languageOf } from './language.js';
/** Loaded when the first file of the language is read: nobody else waits for a parser. */
const READERS = {
    script: async () => (await import('./page/script.js')).readScript,
    html: async () => (await import('./page/html.js')).readHtml,
    css: async () => (await import('./page/css.js')).readCss,
    scss: async () => (await import('./page/css.js')).readScss,
    json: async () => (await import('./data/json.js')).readJson,
    jsonc: async () => (await import('./data/json.js')).readJsonWithComments,
    yaml: async () => (await import('./data/yaml.js')).readYaml,
    toml: async () => (await import('./data/toml.js')).readToml,
    markdown: async () => (await import('./text/markdown.js')).readMarkdown,
    python: async () => (await import('./python/read.js')).readPython,
    go: async () => (await import('./text/languages.js')).readGo,
    rust: async () => (await import('./text/languages.js')).readRust,
    java: async () => (await import('./text/languages.js')).readJava,
    php: async () => (await import('./text/php.js')).readPhp,
    dockerfile: async () => (await import('./text/docker.js')).readDockerfile,
};
/** Larger files are generated, or no source: no parser is bothered. Characters. */
const MAX_CHARACTERS = 1_000_000;
/** A file that takes longer is not looked into further. */
const MAX_MS = 1_000;
/** What the files say, each read once, and which are not looked into. */
export async function readFiles(files, now = () => performance.now()) {
    const facts = new Map();
    const skipped = [];
    for (const [path, text] of files) {
        const language = languageOf(path);
        const load = READERS[language];
        if (load === undefined) {
            facts.set(path, { ...NOTHING, path, language, lines: linesOf(text) });
            continue;
        }
        if (text.length > MAX_CHARACTERS) {
            skipped.push({ path, reason: 'it is too large to be checked' });
            continue;
        }
        const read = await load();
        const start = now();
        facts.set(path, { ...NOTHING, ...read(path, text), path, language, lines: linesOf(text) });
        if (now() - start > MAX_MS) {
            facts.delete(path);
            skipped.push({ path, reason: 'reading it took more than a second' });
        }
    }
    return { facts, skipped };
}
const NOTHING = {
    broken: [],
    scripts: [],
    page: null,
    sheets: [],
    data: undefined,
    python: null,
    markdown: null,
    docker: [],
};
function linesOf(text) {
    if (text === '')
        return 0;
    let lines = text.endsWith('\n') ? 0 : 1;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        lines += 1;
    return lines;
}
