import { removeHiddenText } from '../markup/hidden-text.js';
import { removeInvisibleCharacters } from '../markup/invisible-characters.js';
import { type Line, readLines } from '../markup/lines.js';

export type IssueText =
  | { readonly prompt: string; readonly hiddenTextRemoved: boolean }
  /** Nothing in it says what to build. */
  | { readonly empty: true; readonly hiddenTextRemoved: boolean };

/** A title with so many words says what to build; "Bug" or "New idea" does not. */
const FEWEST_TITLE_WORDS = 3;
/** What GitHub puts where a field of an issue form was left out, and the headings it puts over the fields. */
const NO_RESPONSE = '_No response_';
const FIELD = /^### /;
const HEADING_OR_RULE = /^(?:#{1,6}(?:\s|$)|(?:[-*_]\s*){3,}$)/;
const WORDS = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * What a reader of an issue sees, as a prompt: the title on the first line, then, after an empty line, the
 * body. Hidden text is taken out, and so are fields of an issue form that were not filled in. When nothing
 * is left of the body, a title of three words or more is the prompt.
 *
 * @param issue the title, and the body as the event carries it (markdown, any line ends)
 * @example readIssueText({ title: 'Counter', body: 'Two buttons. <!-- x -->' })
 *   // { prompt: 'Counter\n\nTwo buttons.', hiddenTextRemoved: true }
 */
export function readIssueText(issue: { readonly title: string; readonly body: string }): IssueText {
  // A title is no markdown: an HTML comment in it is seen.
  const title = removeInvisibleCharacters(issue.title).replace(/\s+/g, ' ').trim();
  const cleaned = removeHiddenText(issue.body);
  const body = trimBlankLines(withoutEmptyFields(cleaned.text));
  const hiddenTextRemoved = cleaned.removed || removeInvisibleCharacters(issue.title) !== issue.title;
  if (saysSomething(body)) {
    return { prompt: title === '' ? body : `${title}\n\n${body}`, hiddenTextRemoved };
  }
  if (countWords(title) < FEWEST_TITLE_WORDS) return { empty: true, hiddenTextRemoved };
  return { prompt: title, hiddenTextRemoved };
}

/** Leaves out each heading of a form under which nothing was answered. */
function withoutEmptyFields(body: string): string {
  if (!body.includes(NO_RESPONSE)) return body;
  const sections: Line[][] = [[]];
  for (const line of readLines(body)) {
    if (isText(line) && FIELD.test(line.content)) sections.push([line]);
    else sections.at(-1)?.push(line);
  }
  return sections
    .filter((section) => !isUnanswered(section))
    .flatMap((section) => section.map(sourceOf))
    .join('\n');
}

function isUnanswered([heading, ...answer]: readonly Line[]): boolean {
  if (heading === undefined || !FIELD.test(heading.content)) return false;
  return answer.map(sourceOf).join('\n').trim() === NO_RESPONSE;
}

/** Whether anything but headings, rules and punctuation is there. */
function saysSomething(body: string): boolean {
  return readLines(body).some((line) => {
    if (isText(line) && HEADING_OR_RULE.test(line.content)) return false;
    const words =
      line.kind === 'html' || line.kind === 'text' ? line.content.replace(/<[^<>]*>/g, '') : line.content;
    return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(words);
  });
}

function isText(line: Line): boolean {
  return line.kind === 'text' && line.prefix === '';
}

function sourceOf(line: Line): string {
  return line.prefix + line.content;
}

function trimBlankLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}

/** Words of any language: those of Japanese have no spaces between them. */
function countWords(text: string): number {
  return [...WORDS.segment(text)].filter((segment) => segment.isWordLike).length;
}
