import { link, quote, shorten } from './markdown.js';
import { neutralise } from './neutralise.js';

type Commit = { readonly sha: string; readonly url: string } | null;

export function threadReply({ key, reply, commit }: { key: string; reply: string; commit: Commit }): string {
  return `<!-- smol:v1 reply=${key} -->\n\n${answer(reply, commit)}\n`;
}

export function remarksReply(
  said: readonly { readonly key: string; readonly text: string; readonly reply: string }[],
  commit: Commit,
): string {
  const keys = said.map(({ key }) => key).join(',');
  const parts = said.map(
    ({ text, reply }) =>
      `${quote(neutralise(shorten(text.split('\n')[0] ?? '', 200)))}\n\n${answer(reply, commit)}`,
  );
  return `<!-- smol:v1 reply=${keys} -->\n\n${parts.join('\n\n')}\n`;
}

function answer(reply: string, commit: Commit): string {
  const words = neutralise(reply) || 'Done.';
  return commit === null ? words : `${words}\n\nIn ${link(commit.sha.slice(0, 7), commit.url)}.`;
}
