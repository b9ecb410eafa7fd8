import { parse, printParseErrorCode } from 'jsonc-parser';
import { Lines } from '../lines.js';
/** Reads JSON as its readers do: without comments, without a comma at the end. */
export function readJson(_path, text) {
    return readWith(text, { disallowComments: true, allowTrailingComma: false });
}
/** Reads JSON whose readers allow comments. */
export function readJsonWithComments(_path, text) {
    return readWith(text, { disallowComments: false, allowTrailingComma: true });
}
function readWith(text, options) {
    const errors = [];
    const data = parse(text.replace(/^\uFEFF/, ''), errors, options);
    const [first] = errors;
    if (first === undefined)
        return { data };
    const message = `\`${printParseErrorCode(first.error)}\``;
    return { broken: [{ line: new Lines(text).at(first.offset), message }] };
}
