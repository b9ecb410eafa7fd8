import * as z from 'zod';
import { listMessages } from './prompts.js';
/** Small on purpose: many servers understand only strings, numbers and arrays in a schema. */
const FileList = z.object({
    files: z.array(z.object({
        path: z.string(),
        lines: z.number(),
        description: z.string(),
        uses: z.array(z.string()),
    })),
});
const EXPECTED_LIST_TOKENS = 1_500;
/**
 * Asks the model for the files of a plan, with a schema. Needed only for a plan whose list cannot be read.
 * The paths are the model's: they are not checked here.
 *
 * @returns the files in the model's order, and what the call used.
 * @throws ModelError (MalformedReplyError when the answer fits no schema); the signal's reason when aborted.
 */
export async function specifyFilePaths(brief, model, options = {}) {
    const { value, usage } = await model.object({
        ...options,
        messages: listMessages(brief, brief.plan),
        purpose: 'plan',
        name: 'file_list',
        schema: FileList,
        expectedOutputTokens: EXPECTED_LIST_TOKENS,
    });
    const listed = new Set(value.files.map((file) => file.path));
    const isThere = (path) => listed.has(path) || brief.existing?.paths.has(path) === true;
    const files = value.files.map((file) => ({
        ...file,
        lines: file.lines > 0 ? Math.round(file.lines) : null,
        uses: file.uses.filter((used) => used !== file.path && isThere(used)),
    }));
    return { files, usage };
}
