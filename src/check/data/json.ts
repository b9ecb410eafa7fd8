import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import type { Read } from '../facts.js';
import { Lines } from '../lines.js';

/** Reads JSON as its readers do: without comments, without a comma at the end. */
export function readJson(_path: string, text: string): Read {
  return readWith(text, { disallowComments: true, allowTrailingComma: false });
}

/** Reads JSON whose readers allow comments. */
export function readJsonWithComments(_path: string, text: string): Read {
  return readWith(text, { disallowComments: false, allowTrailingComma: true });
}

function readWith(text: string, options: Parameters<typeof parse>[2]): Read {
  const errors: ParseError[] = [];
  const data: unknown = parse(text.replace(/^\uFEFF/, ''), errors, options);
  const [first] = errors;
  if (first === undefined) return { data };
  const message = `\`${printParseErrorCode(first.error)}\``;
  return { broken: [{ line: new Lines(text).at(first.offset), message }] };
}
