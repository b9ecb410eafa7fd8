import { problemAlert } from './sections.js';
import type { Problem } from './view.js';
export function helpReply(commentId: number, unknown: string | null): string {
  return `<!-- smol:v1 answer=${commentId} -->\n\n${unknown === null ? '' : 'That is no command of smol.\n\n'}/smol plan, build, fix, retry, undo, stop, help\n`;
}
export function refusalReply(commentId: number, problem: Problem): string {
  return `<!-- smol:v1 answer=${commentId} -->\n\n${problemAlert({ problem, phase: 'failed' })}\n`;
}
