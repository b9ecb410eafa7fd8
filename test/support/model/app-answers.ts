import {
  type AnswerFunction,
  type ChatMessage,
  type ChatRequest,
  isObject,
  type JsonObject,
} from './protocol.js';

/** An app that a scripted model knows by heart. */
export type App = {
  /** What a person would ask for. */
  prompt: string;
  /** The plan, in the form the plan prompt asks for. */
  plan: string;
  /** Path to content, every file the plan lists. */
  files: Readonly<Record<string, string>>;
};

/** What the model answers: a text, or one that depends on the request. */
export type Scripted = string | ((request: ChatRequest) => string);

/** How a scripted model changes its app when people ask for it. */
export type AppChanges = {
  /** The plan of the change, with its `## Files` and `## Replies`. */
  change?: Scripted;
  /** Path to edits (SEARCH/REPLACE blocks, `UNCHANGED`, or a whole file); a path that is not here stays unchanged. */
  edits?: Readonly<Record<string, Scripted>>;
  /** New files, and files as they are written whole when their edits did not fit; else the app's. */
  files?: Readonly<Record<string, string>>;
  /** The plan when it is asked for again, with remarks. */
  again?: Scripted;
};

/** A file call names its file near the end of its last message. */
const TAIL_CHARACTERS = 600;
/** The form of edits, and of replies, stands below what they are asked for. */
const LONG_TAIL_CHARACTERS = 1500;

/**
 * An answer function that knows one app. It tells the calls apart by their structure, not by our prompts:
 * `response_format` → the list of files in the schema's form; a last user message that says Write and a known path in
 * backticks near its end → that file; everything else → the plan. When the conversation already holds the start of
 * that file as an assistant message, the answer is the rest.
 *
 * Whoever is asked to mend a file by what the checks found takes the lines out that are named.
 *
 * With changes: a last message which ends by asking for `## Replies` → the plan of the change; one whose end says Change
 * and a path in backticks → the edits of that file.
 *
 * @example
 * const model = await startModel({ answer: appAnswers(ticTacToe) });
 */
export function appAnswers(app: Pick<App, 'plan' | 'files'>, changes: AppChanges = {}): AnswerFunction {
  const files = { ...app.files, ...changes.files };
  const paths = Object.keys(files);
  return (request) => {
    if (request.responseFormat !== undefined && request.responseFormat.type !== 'text') {
      return { text: JSON.stringify(fileList(request, paths)) };
    }
    const changed = changeAnswer(request, changes, files);
    if (changed !== undefined) return { text: rest(changed, request.messages) };
    const path = requestedPath(request.messages, paths);
    const content = path === undefined ? app.plan : (files[path] ?? '');
    return { text: rest(content, request.messages) };
  };
}

const said = (scripted: Scripted, request: ChatRequest): string =>
  typeof scripted === 'string' ? scripted : scripted(request);

/** The answer to a request that is about a change; undefined when it is about the app as a whole. */
function changeAnswer(
  request: ChatRequest,
  changes: AppChanges,
  files: Readonly<Record<string, string>>,
): string | undefined {
  const questions = openQuestions(request.messages);
  const isWhole = questions.some((question) => /reply with the whole file/i.test(question));
  for (const question of questions) {
    const { section, path } = lastNamed(question);
    if (path !== undefined) {
      if (isWhole) return files[path] ?? '';
      return said(changes.edits?.[path] ?? mended(question, path), request);
    }
    if (section !== undefined) return said(changes.change ?? '', request);
    if (changes.again !== undefined && question.includes('The plan so far:'))
      return said(changes.again, request);
  }
  return undefined;
}

/** What is wrong by the checks goes, line by line; a file that is looked at for another reason stays as it is. */
function mended(question: string, path: string): string {
  const wrong = [...question.matchAll(/^- Line (\d+): /gm)].map(([, line]) => Number(line));
  if (!question.includes('it was checked together') || wrong.length === 0) return 'UNCHANGED';
  const start = `<file path="${path}">\n`;
  const [content = ''] = question.slice(question.lastIndexOf(start) + start.length).split('\n</file>');
  return `${content
    .split('\n')
    .filter((_, index) => !wrong.includes(index + 1))
    .join('\n')}\n`;
}

/** The last question, and those before it when it only goes on with an answer. */
function openQuestions(messages: readonly ChatMessage[]): string[] {
  const questions = messages.filter(({ role }) => role === 'user').map(({ content }) => content);
  const continues = messages.slice(-2).some(({ role }) => role === 'assistant');
  return questions.slice(continues ? -3 : -1).reverse();
}

/** What a question names last: the section of a plan of the change, a file to change, or anything else. */
function lastNamed(question: string): { section?: string; path?: string } {
  const named = /(?<section>## Replies)|\bChange `(?<path>[^`\n]+)`|\bWrite `/g;
  return [...question.slice(-LONG_TAIL_CHARACTERS).matchAll(named)].at(-1)?.groups ?? {};
}

/**
 * The file a request asks for, or undefined when it is no file call. With an assistant message at or near the end
 * (a continuation), the question before it counts too.
 */
export function requestedPath(
  messages: readonly ChatMessage[],
  paths: readonly string[],
): string | undefined {
  const questions = messages.filter((message) => message.role === 'user');
  const continues = messages.slice(-2).some((message) => message.role === 'assistant');
  for (const question of questions.slice(continues ? -2 : -1).reverse()) {
    const path = namedPath(question.content.slice(-TAIL_CHARACTERS), paths);
    if (path !== undefined) return path;
  }
  return undefined;
}

function namedPath(tail: string, paths: readonly string[]): string | undefined {
  if (!/\bwrite\b/i.test(tail)) return undefined;
  const known = (matches: Iterable<RegExpExecArray>): string | undefined =>
    [...matches].map((match) => match[1] ?? '').findLast((path) => paths.includes(path));
  return known(tail.matchAll(/\bwrite\b[^`\n]*`([^`\n]+)`/gi)) ?? known(tail.matchAll(/`([^`\n]+)`/g));
}

function rest(content: string, messages: readonly ChatMessage[]): string {
  const started = messages.findLast((message) => message.role === 'assistant')?.content ?? '';
  return content !== started && content.startsWith(started) ? content.slice(started.length) : content;
}

/** The list of files in the form of the schema asked for, in ours when the request names none. */
function fileList(request: ChatRequest, paths: readonly string[]): unknown {
  const schema = request.responseFormat?.json_schema?.schema;
  return schema === undefined ? { files: paths.map(listed) } : instance(schema, paths, undefined);
}

function listed(path: string): JsonObject {
  return { path, lines: 1, description: 'One part of the app.', uses: [] };
}

/** A value of the schema in which every array lists the paths, as strings or as objects with the path in them. */
function instance(schema: unknown, paths: readonly string[], path: string | undefined): unknown {
  if (!isObject(schema)) return null;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (Array.isArray(schema.anyOf)) return instance(schema.anyOf[0], paths, path);
  if (schema.type === 'array')
    return path === undefined ? paths.map((each) => instance(schema.items, paths, each)) : [];
  if (schema.type === 'object') return objectInstance(schema, paths, path);
  if (schema.type === 'integer' || schema.type === 'number') return 1;
  if (schema.type === 'boolean') return true;
  return schema.type === 'null' ? null : (path ?? 'text');
}

function objectInstance(schema: JsonObject, paths: readonly string[], path: string | undefined): JsonObject {
  const properties = Object.entries(isObject(schema.properties) ? schema.properties : {});
  return Object.fromEntries(
    properties.map(([name, child]) => {
      const value = instance(child, paths, path);
      const isPath = /path|file|name/i.test(name);
      return [name, value === path && path !== undefined && !isPath ? 'One part of the app.' : value];
    }),
  );
}
