import { stripTypeScriptTypes } from 'node:module';
import { parse } from '@babel/parser';
/**
 * Parses code. What the parser does not take, but the runtime does, is no finding: the syntax may be newer than the
 * parser.
 */
export function parseScript(path, text) {
    const extension = /\.([^.]+)$/.exec(path)?.[1]?.toLowerCase() ?? 'js';
    const isTyped = extension.endsWith('ts') || extension === 'tsx';
    const plugins = isTyped
        ? ['typescript', 'decorators-legacy', ...(extension === 'tsx' ? ['jsx'] : [])]
        : ['jsx', 'decorators'];
    const options = {
        sourceType: 'unambiguous',
        allowReturnOutsideFunction: true,
        allowAwaitOutsideFunction: true,
        allowUndeclaredExports: true,
        errorRecovery: false,
        plugins,
    };
    try {
        return { tree: parse(text, options), broken: [] };
    }
    catch (error) {
        const broken = [brokenBy(error)];
        return isReadByRuntime(text, isTyped) ? { tree: parse('', options), broken: [] } : { tree: null, broken };
    }
}
function brokenBy(error) {
    const { loc, message = '' } = error;
    return { line: loc?.line ?? 1, message: message.replace(/\s*\(\d+:\d+\)$/, '').replace(/[.\s]+$/, '') };
}
function isReadByRuntime(text, isTyped) {
    try {
        stripTypeScriptTypes(text, { mode: isTyped ? 'transform' : 'strip' });
        return true;
    }
    catch {
        return false;
    }
}
