import * as z from 'zod';
import { readPlanEdits } from '../../report/plan-edits.js';
import * as refusals from '../../report/refusals.js';
import type { RefusedFile } from '../../smol/events.js';
import { readPlan } from '../../smol/plan.js';
import { Stop, stopOf } from '../api/stop.js';
import type { World } from '../api/world.js';
import type { RunRecord } from '../saved/checkpoint.js';
import type { EarlierComment } from '../told/status.js';
import { mayWrite } from './authorise.js';
import { mergePlans } from './merge-plans.js';

/** An edit that cannot be read, or built: nothing but another edit helps. */
export class EditUnreadable extends Stop {}

/** What people made of a plan that waits. */
export type EditedPlan = {
  /** The whole plan with their changes in it; null where it is built as it was made. */
  readonly plan: string | null;
  /** Old path → new one of the files that they renamed. */
  readonly renamed: ReadonlyMap<string, string>;
  /** What became different, for people. */
  readonly sentences: readonly string[];
  /** Why an edit does not count; null where each does. */
  readonly note: string | null;
};

/**
 * Reads the plan comment as it stands now, with edits of before that no build has taken up.
 *
 * @param record what was saved with the plan.
 * @returns null where there is no edit to build.
 * @throws Stop; an EditUnreadable where the plan cannot be built as it was edited.
 */
export async function readEditedPlan(
  world: Pick<World, 'github' | 'secrets'>,
  comment: EarlierComment,
  record: RunRecord | null,
): Promise<EditedPlan | null> {
  if (record === null) return null;
  const edited = await readEdit(world, comment, record);
  const { pending } = record;
  if (pending === null) return edited;
  const note = edited?.note ?? null;
  const earlier = { ...pending, renamed: new Map(pending.renamed), note };
  if (edited === null || edited.plan === null) return earlier;
  const plan = mergePlans(record.plan, pending.plan, edited.plan);
  if (plan === null) return { ...edited, note: refusals.editReplaced() };
  return {
    plan,
    renamed: new Map([...earlier.renamed, ...edited.renamed]),
    sentences: [...new Set([...earlier.sentences, ...edited.sentences])],
    note,
  };
}

/**
 * Reads what the comment became since we wrote it. An edit counts if everybody who made one may write: a bot's comment
 * can be edited by others than the one who goes on with it.
 */
async function readEdit(
  { github, secrets }: Pick<World, 'github' | 'secrets'>,
  comment: EarlierComment,
  record: RunRecord,
): Promise<EditedPlan | null> {
  if (record.shown === null) return null;
  const [marker = ''] = comment.body.split('\n', 1);
  const shown = `${marker.trimEnd()}\n${record.shown}`;
  // It goes into the call for every file.
  const edited = secrets.redact(comment.body);
  const read = readPlanEdits({ shown, edited, plan: record.plan });
  if (read.kind === 'same') return null;
  for (const login of await readEditors({ github }, comment)) {
    const isTrusted = login !== null && (await mayWrite(github, login));
    if (!isTrusted) {
      return {
        plan: null,
        renamed: new Map(),
        sentences: [],
        note: refusals.editIgnored({ login }),
      };
    }
  }
  if (read.kind === 'malformed')
    throw new EditUnreadable(refusals.planEditMalformed({ reason: read.reason }));
  const wrong = refusedPaths(read.plan).find(({ path }) => !isRefused(record.plan, path));
  if (wrong !== undefined) throw new EditUnreadable(refusals.editedPathRefused(wrong));
  return { plan: read.plan, renamed: read.renamed, sentences: read.sentences, note: null };
}

/** Paths of a plan that nobody may write, each with the reason. */
function refusedPaths(plan: string): readonly RefusedFile[] {
  const read = readPlan(plan, { protectedPaths: [], maxFiles: Number.POSITIVE_INFINITY });
  return 'unreadable' in read ? [] : read.refused;
}

function isRefused(plan: string, path: string): boolean {
  return refusedPaths(plan).some((refused) => refused.path === path);
}

const Editor = z.object({ login: z.string(), databaseId: z.number().nullish() });
const Edits = z.object({
  viewer: z.object({ databaseId: z.number() }),
  node: z
    .object({
      userContentEdits: z
        .object({
          nodes: z.array(z.object({ editedAt: z.string(), editor: Editor.nullable() }).nullable()),
        })
        .nullable(),
    })
    .nullable(),
});

const EDITS = `query($id: ID!) {
  viewer { databaseId }
  node(id: $id) { ... on IssueComment { userContentEdits(first: 100) { nodes {
    editedAt editor { login ... on User { databaseId } ... on Bot { databaseId } }
  } } } }
}`;

/**
 * Who edited a comment of ours, as it was read, since we wrote it last; null for somebody who is not known any more.
 * Throws Stop.
 */
async function readEditors(
  { github }: Pick<World, 'github'>,
  { nodeId, updatedAt }: EarlierComment,
): Promise<(string | null)[]> {
  try {
    const { viewer, node } = Edits.parse(await github.graphql(EDITS, { id: nodeId }));
    // What another run of ours has written since it was read says nothing of who edited it before.
    const edits = (node?.userContentEdits?.nodes ?? []).flatMap((edit) =>
      edit === null || edit.editedAt > updatedAt ? [] : [edit],
    );
    // By id: a person's login may be the name of our app.
    const isOwn = (editor: z.infer<typeof Editor> | null) => editor?.databaseId === viewer.databaseId;
    const last = edits
      .filter(({ editor }) => isOwn(editor))
      .map(({ editedAt }) => editedAt)
      .sort()
      .at(-1);
    const since = edits.filter(
      ({ editedAt, editor }) => !isOwn(editor) && (last === undefined || editedAt >= last),
    );
    // It is not what we wrote, and nobody is known to have edited it.
    return since.length === 0 ? [null] : [...new Set(since.map(({ editor }) => editor?.login ?? null))];
  } catch (error) {
    throw stopOf(error, 'issues');
  }
}
