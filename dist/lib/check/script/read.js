import { parseScript } from './parse.js';
/** Reads JavaScript or TypeScript, with JSX or without. */
export function readScript(path, text) {
    const parsed = parseScript(path, text);
    if (parsed.tree === null)
        return { broken: parsed.broken };
    return { scripts: [{ isModule: parsed.tree.program.sourceType === 'module' }] };
}
