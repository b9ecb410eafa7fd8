import * as z from 'zod';
import { MalformedReplyError } from './errors.js';
import { clean } from './failure.js';
import { parseReply } from './json.js';
import { addUsage, NO_USAGE, } from './port.js';
/** What strict mode and small servers understand. The rest (lengths, patterns, defaults) is checked here. */
const KEYWORDS = new Set([
    'type',
    'properties',
    'items',
    'enum',
    'const',
    'anyOf',
    'description',
    '$ref',
    '$defs',
]);
const MAX_ISSUES = 10;
/** Characters of a wrong reply that are quoted back. */
const MAX_QUOTED = 20_000;
/**
 * Asks for one value of a schema. A reply that does not fit is asked for once more, with what is wrong in it.
 *
 * @throws MalformedReplyError when the second does not fit either, or the reply was cut; else as `chat`.
 */
export async function askForObject(request, chat) {
    const format = { name: request.name, schema: wireSchema(request.schema) };
    let usage = NO_USAGE;
    const pay = (used) => {
        usage = addUsage(usage, used);
    };
    const ask = async (messages) => {
        const reply = await chat({ ...request, format, messages, onSpent: pay });
        pay(reply.usage);
        return { text: reply.text, checked: check(reply, request.schema) };
    };
    try {
        const first = await ask(request.messages);
        if (first.checked.ok)
            return { value: first.checked.value, usage };
        const second = await ask(repairTurn(request.messages, first.text, first.checked.issues, format));
        if (second.checked.ok)
            return { value: second.checked.value, usage };
        const issues = clean(second.checked.issues, null);
        throw new MalformedReplyError(`The reply is not the value that was asked for: ${issues}.`);
    }
    catch (error) {
        if (usage !== NO_USAGE)
            request.onSpent?.(usage);
        throw error;
    }
}
/**
 * The schema as it is sent: only the keywords that servers know, every member required, no other allowed, as
 * OpenAI's strict mode demands.
 */
export function wireSchema(schema) {
    return slim(z.toJSONSchema(schema, { unrepresentable: 'any' }));
}
function slim(schema) {
    const kept = {};
    for (const [keyword, value] of Object.entries(schema)) {
        if (!KEYWORDS.has(keyword))
            continue;
        if (keyword === 'properties' || keyword === '$defs')
            kept[keyword] = slimMembers(value);
        else if (keyword === 'items')
            kept[keyword] = slim(value);
        else if (keyword === 'anyOf')
            kept[keyword] = value.map(slim);
        else
            kept[keyword] = value;
    }
    if (kept.type !== 'object' && kept.properties === undefined)
        return kept;
    return { ...kept, required: Object.keys(kept.properties ?? {}), additionalProperties: false };
}
function slimMembers(members) {
    const entries = Object.entries(members);
    return Object.fromEntries(entries.map(([name, member]) => [name, slim(member)]));
}
function check(reply, schema) {
    // The repair of a cut reply would close its brackets, and half a list would pass for a whole one.
    if (reply.finishReason === 'length')
        throw new MalformedReplyError('The reply was cut at the token limit.');
    const parsed = parseReply(reply.text);
    if (!parsed.ok)
        return { ok: false, issues: parsed.reason };
    try {
        const result = schema.safeParse(parsed.value);
        return result.success ? { ok: true, value: result.data } : { ok: false, issues: describe(result.error) };
    }
    catch (error) {
        // A value nested deeper than the stack.
        if (error instanceof RangeError)
            return { ok: false, issues: 'it is nested too deeply' };
        throw error;
    }
}
function describe({ issues }) {
    const lines = issues.slice(0, MAX_ISSUES).map(({ path, message }) => {
        const where = path.map(String).join('.');
        return where === '' ? message : `${where}: ${message}`;
    });
    const more = issues.length - lines.length;
    return more > 0 ? `${lines.join('; ')}; and ${more} more` : lines.join('; ');
}
function repairTurn(messages, reply, issues, format) {
    const question = [
        `That does not fit: ${clean(issues, null)}.`,
        'Answer again with the corrected JSON and nothing else. It must fit this JSON Schema:',
        JSON.stringify(format.schema),
    ].join('\n');
    return [
        ...messages,
        { role: 'assistant', content: reply.slice(0, MAX_QUOTED).toWellFormed() || '(nothing)' },
        { role: 'user', content: question },
    ];
}
