import { jsonrepair } from 'jsonrepair';

/** Longer text is not repaired: no value that is asked for is that long. */
const MAX_REPAIRED = 1_000_000;

export type ParsedJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/**
 * Reads the JSON value out of a model's reply: as it is, out of a fence, or between the first and the last
 * brace of a text; strictly first, then repaired (comments, trailing commas, single quotes).
 * Keys named `__proto__` are left out. Never throws.
 *
 * @example parseReply('Sure:\n```json\n{"a": 1,}\n```').value // { a: 1 }
 */
export function parseReply(text: string): ParsedJson {
  const candidates = [text.trim(), fenced(text), braced(text)].filter((one) => one !== null && one !== '');
  for (const read of [strictly, repaired]) {
    for (const candidate of candidates) {
      const parsed = read(candidate);
      if (parsed.ok) return parsed;
    }
  }
  return { ok: false };
}

function strictly(text: string | null): ParsedJson {
  try {
    return { ok: true, value: withoutProto(text ?? '') };
  } catch {
    return { ok: false };
  }
}

/** Prose would be "repaired" into a string, which nobody asks for. */
function repaired(text: string | null): ParsedJson {
  if (text === null || text.length > MAX_REPAIRED || !/^[[{]/.test(text)) return { ok: false };
  try {
    return { ok: true, value: withoutProto(jsonrepair(text)) };
  } catch {
    return { ok: false };
  }
}

/** `JSON.parse` makes `__proto__` an own property; whoever copies the object would set its prototype. */
function withoutProto(text: string): unknown {
  const value: unknown = JSON.parse(text);
  // An escape may hide the name.
  if (!/__proto__|\\u00/.test(text)) return value;
  return JSON.parse(text, (key, member: unknown) => (key === '__proto__' ? undefined : member));
}

function fenced(text: string): string | null {
  return /^ {0,3}(`{3,}|~{3,})[^\n]*\n([\s\S]*?)\n? {0,3}\1/m.exec(text)?.[2]?.trim() ?? null;
}

function braced(text: string): string | null {
  const start = text.search(/[[{]/);
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  return start >= 0 && end > start ? text.slice(start, end + 1) : null;
}
