import * as z from 'zod';
import { changeListMessages } from './prompts.js';
import { readReplies } from './replies.js';
/** Small on purpose: many servers understand only strings, numbers and arrays in a schema. */
const ChangeList = z.object({
    files: z.array(z.object({
        path: z.string(),
        /** change, add, delete or rename */
        action: z.string(),
        /** Where it is renamed: the path before. */
        renamed_from: z.string(),
        description: z.string(),
        uses: z.array(z.string()),
    })),
    replies: z.array(z.object({ remark: z.number(), reply: z.string() })),
});
const EXPECTED_LIST_TOKENS = 1_500;
/**
 * Asks the model for the files and the replies of a plan of a change, with a schema. Needed only for one whose list
 * cannot be read. The paths are the model's: they are not checked here.
 *
 * @throws ModelError (MalformedReplyError when the answer fits no schema); the signal's reason when aborted.
 */
export async function specifyChange(request, model, options = {}) {
    const { value } = await model.object({
        ...options,
        messages: changeListMessages(request, request, request.change),
        purpose: 'plan',
        name: 'change_list',
        schema: ChangeList,
        expectedOutputTokens: EXPECTED_LIST_TOKENS,
    });
    const files = value.files.map(({ path, action, renamed_from, description, uses }) => {
        const renamed = /rename|move/i.test(action) && renamed_from !== '';
        const said = /delete|remove/i.test(action) ? 'delete' : /add|new|create/i.test(action) ? 'add' : 'change';
        const from = renamed ? renamed_from : null;
        return {
            path,
            action: renamed ? 'rename' : said,
            from,
            lines: null,
            description,
            uses,
        };
    });
    const replies = request.remarks.map((_, index) => {
        const [reply = ''] = readReplies([value.replies.find(({ remark }) => remark === index + 1)?.reply ?? ''], 1);
        return reply;
    });
    return { files, replies };
}
