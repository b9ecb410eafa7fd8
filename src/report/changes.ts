import { count, formatNumber } from './format.js';
import { codeSpan, link } from './markdown.js';
import { inline } from './references.js';
import { limited, pathSpan, sentence } from './sections.js';
import type { RevisionView, RunView } from './view.js';

/** Most files that are named in one line. */
const NAMED = 5;

/** One line for each change that was made after remarks. */
export function changesSection(view: RunView): string {
  if (view.revisions.length === 0) return '';
  const lines = [...view.revisions].reverse().map((revision) => changeLine(view, revision));
  return `### Changes since\n\n${limited(lines).join('\n')}`;
}

function changeLine(view: RunView, { commitSha, remarks, files }: RevisionView): string {
  const named = files.slice(0, NAMED).map(({ path, action }) => `${WORDS[action]}${pathSpan(path)}`);
  const more = files.length > NAMED ? [`${formatNumber(files.length - NAMED)} more`] : [];
  const all = [...named, ...more].join(', ');
  const commit = link(
    codeSpan(commitSha.slice(0, 7)),
    `${view.serverUrl}/${view.repository}/commit/${commitSha}`,
  );
  return `- ${commit} after ${count(remarks, 'remark')}${all === '' ? '' : `: ${all}`}`;
}

const WORDS = { add: 'new ', change: '', rename: 'renamed to ', delete: 'deleted ' } as const;

/** What a plan was made of besides the request, and what people made of it: empty where there is nothing to say. */
export function originSection(view: RunView): string {
  const facts = [rulesFact(view.houseRules), commentersFact(view.commenters), imagesFact(view.unseenImages)];
  return [
    sentences('Built as edited', view.planEdits),
    sentences('Against the plan before', view.planDifference),
    facts.filter((fact) => fact !== '').join(' · '),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A few sentences in a row, more of them as a list. */
function sentences(title: string, all: readonly string[]): string {
  if (all.length === 0) return '';
  if (all.length <= 3) return `**${title}:** ${all.map(sentence).join(' ')}`;
  return `**${title}:**\n\n${limited(all.map((each) => `- ${sentence(each)}`)).join('\n')}`;
}

function rulesFact(paths: readonly string[]): string {
  return paths.length === 0 ? '' : `House rules: ${paths.map(pathSpan).join(', ')}`;
}

/** By name, and reaching nobody. */
function commentersFact(logins: readonly string[]): string {
  const names = logins.slice(0, 20).map((login) => inline(login.slice(0, 100)));
  const more = logins.length > 20 ? [`${formatNumber(logins.length - 20)} more`] : [];
  const all = [...names, ...more];
  const last = all.pop();
  if (last === undefined) return '';
  return `With the comments of ${all.length === 0 ? last : `${all.join(', ')} and ${last}`}`;
}

function imagesFact(unseen: number): string {
  if (unseen === 0) return '';
  return `${count(unseen, 'picture')} ${unseen === 1 ? 'was' : 'were'} not seen: this model takes none`;
}
