import { parse, TomlError } from 'smol-toml';
import { isTemplate } from './template.js';
/** Reads TOML. */
export function readToml(_path, text) {
    try {
        return { data: parse(text.replace(/^\uFEFF/, '')) };
    }
    catch (error) {
        if (!(error instanceof TomlError) || isTemplate(text))
            return {};
        const [message = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
        return { broken: [{ line: error.line, message: message.trim() }] };
    }
}
