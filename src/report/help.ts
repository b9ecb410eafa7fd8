import { codeSpan, oneLine, shorten } from './markdown.js';
import { answerMark } from './marks.js';
import { problemAlert } from './sections.js';
import type { Problem } from './view.js';

const COMMANDS = [
  ['/smol plan [text]', 'makes the plan again, with your remarks'],
  ['/smol build', 'builds the plan as its comment stands'],
  ['/smol fix <text>', 'changes the pull request as you say'],
  ['/smol retry [path]', 'writes what failed or is missing, or one file'],
  ['/smol undo', 'takes back the last commit of smol on the branch'],
  ['/smol stop', 'stops the run that is going on'],
  ['/smol help', 'shows this'],
] as const;

/**
 * The commands, for one who asked or wrote another.
 *
 * @param commentId the comment that is answered.
 * @param unknown what they wrote; null when they asked for help.
 */
export function helpReply(commentId: number, unknown: string | null): string {
  const first =
    unknown === null
      ? 'What smol does on a comment:'
      : `There is no command ${codeSpan(shorten(oneLine(unknown), 60))}. What smol does on a comment:`;
  const rows = COMMANDS.map(([command, does]) => `| ${codeSpan(command)} | ${does} |`);
  return [
    answerMark(commentId),
    '',
    first,
    '',
    '| At the start of a line | |',
    '|:--|:--|',
    ...rows,
    '',
    'People with write access can use them. A review of a pull request of smol needs no command.',
    '',
  ].join('\n');
}

/** Why what a comment asks for is not done. @param commentId the comment that is answered. */
export function refusalReply(commentId: number, problem: Problem): string {
  return `${answerMark(commentId)}\n\n${problemAlert({ problem, phase: 'failed' })}\n`;
}
