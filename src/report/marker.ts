import type { Usage } from '../model/port.js';
import type { RunView } from './view.js';

/** What the first line of a comment of ours says. */
export type CommentMark = Pick<RunView, 'issueNumber' | 'checkpoint' | 'handled' | 'usage'>;

/** Most remarks that are remembered as answered: the newest. */
const HANDLED = 300;

/** First line of every text of ours: by it we know the text again. It cannot be seen. */
export function marker({
  issueNumber,
  checkpoint = null,
  handled = [],
  usage = null,
}: Pick<CommentMark, 'issueNumber'> & Partial<CommentMark>): string {
  const issue = issueNumber === null ? '' : ` issue=${issueNumber}`;
  const saved = checkpoint === null ? '' : ` key=${checkpoint.key} checkpoint=${checkpoint.tree}`;
  const used = usage === null ? '' : ` used=${writeUsage(usage)}`;
  const answered = handled.length === 0 ? '' : ` handled=${handled.slice(-HANDLED).join(',')}`;
  return `<!-- smol:v1${issue}${saved}${used}${answered} -->`;
}

const MARK =
  /^<!-- smol:v1(?: issue=(\d{1,15}))?(?: key=([0-9a-f]{16}) checkpoint=([0-9a-f]{40}))?(?: used=(\d{1,12},\d{1,12},\d{1,12},(?:\d{1,12}|-)~?))?(?: handled=([rci]\d{1,18}(?:,[rci]\d{1,18}){0,299}))? -->(?=\r?\n|$)/;

/**
 * Reads the first line of a comment of ours. Anyone can write one: look at who wrote the comment first.
 *
 * @returns null when the comment does not begin with our marker
 */
export function readMarker(body: string): CommentMark | null {
  const match = MARK.exec(body);
  if (match === null) return null;
  const [, issue, key, tree, used, handled] = match;
  return {
    issueNumber: issue === undefined ? null : Number(issue),
    checkpoint: key === undefined || tree === undefined ? null : { key, tree },
    usage: used === undefined ? null : readUsage(used),
    handled: handled?.split(',') ?? [],
  };
}

const MICRO = 1_000_000;

/** Tokens in, of which cached, tokens out, millionths of a dollar; `~` where they are estimated. */
function writeUsage({ inputTokens, cachedTokens, outputTokens, costUsd, estimated }: Usage): string {
  const cost = costUsd === null ? '-' : Math.round(costUsd * MICRO);
  return `${[inputTokens, cachedTokens, outputTokens, cost].join(',')}${estimated ? '~' : ''}`;
}

function readUsage(text: string): Usage {
  const [inputTokens = 0, cachedTokens = 0, outputTokens = 0, micro = Number.NaN] = text
    .replace('~', '')
    .split(',')
    .map(Number);
  const costUsd = Number.isNaN(micro) ? null : micro / MICRO;
  return { inputTokens, cachedTokens, outputTokens, costUsd, estimated: text.endsWith('~') };
}
