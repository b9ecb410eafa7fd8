export type ParsedJson = {
    readonly ok: true;
    readonly value: unknown;
}
/** Why there is no value: a clause without a full stop. */
 | {
    readonly ok: false;
    readonly reason: string;
};
/**
 * Reads the JSON value out of a model's reply: as it is, out of a fence, or between the first and the last
 * brace of a text; strictly first, then repaired (comments, trailing commas, single quotes).
 * Keys named `__proto__` are left out. Never throws.
 *
 * @example parseReply('Sure:\n```json\n{"a": 1,}\n```').value // { a: 1 }
 */
export declare function parseReply(text: string): ParsedJson;
