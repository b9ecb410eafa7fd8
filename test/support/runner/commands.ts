/** A workflow command that the runner obeyed. */
export type WorkflowCommand = { name: string; properties: Readonly<Record<string, string>>; data: string };

/** A message on the run's page. */
export type Annotation = {
  kind: 'notice' | 'warning' | 'error';
  message: string;
  title?: string;
  file?: string;
  line?: string;
};

/** What a process told the runner through its output. */
export type CommandResult = {
  commands: WorkflowCommand[];
  annotations: Annotation[];
  masks: string[];
  /** Complaints of the runner itself, each of which fails the step. */
  errors: string[];
  /** From the old `set-output` and `save-state` commands, which the runner still obeys. */
  outputs: Record<string, string>;
  state: Record<string, string>;
  /** The log as GitHub shows it: commands replaced by what they print, masks applied from where they were added. */
  log: string;
};

const STOP = 'stop-commands';

/** What the runner registers, in any case of letters. Any other name is plain output. */
const REGISTERED = new Set([
  STOP,
  'set-env',
  'set-output',
  'save-state',
  'add-mask',
  'add-path',
  'add-matcher',
  'remove-matcher',
  'debug',
  'warning',
  'error',
  'notice',
  'group',
  'endgroup',
  'echo',
]);

/**
 * Obeys the lines of a process as the runner does (actions/runner, ActionCommand.cs and ActionCommandManager.cs):
 * both streams are read, `::name::` counts at the start of a line after white space, `##[name]` counts anywhere in
 * it, and names of commands are case-insensitive.
 *
 * @param lines the lines of stdout and stderr in order of arrival
 * @param secrets values the workflow took from `secrets`, masked from the start
 */
export function obey(lines: readonly string[], secrets: readonly string[] = []): CommandResult {
  const result: CommandResult = {
    commands: [],
    annotations: [],
    masks: [],
    errors: [],
    outputs: {},
    state: {},
    log: '',
  };
  const log: string[] = [];
  let stopToken: string | undefined;
  for (const line of lines) {
    const command = parseCommand(line, stopToken);
    const name = command?.name.toLowerCase();
    let printed: string | undefined = line;
    if (stopToken !== undefined) {
      if (name === stopToken.toLowerCase()) stopToken = undefined;
    } else if (command !== undefined && name === STOP) {
      result.commands.push({ ...command, name });
      stopToken = stop(command.data, result);
    } else if (command !== undefined && name !== undefined) {
      result.commands.push({ ...command, name });
      printed = execute({ ...command, name }, line, result);
    }
    if (printed !== undefined) log.push(mask(printed, [...secrets, ...result.masks]));
  }
  result.log = log.map((line) => `${line}\n`).join('');
  return result;
}

/** The command in a line, in the new form or else the old one. */
export function parseCommand(line: string, stopToken?: string): WorkflowCommand | undefined {
  return parseV2(line, stopToken) ?? parseV1(line, stopToken);
}

/** Replaces every secret by `***`, the longest first. */
export function mask(text: string, secrets: readonly string[]): string {
  const longestFirst = secrets.filter((secret) => secret !== '').sort((a, b) => b.length - a.length);
  return longestFirst.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
}

/** `::name key=value,key=value::data`. What .NET calls white space is trimmed, which a byte order mark is not. */
function parseV2(line: string, stopToken: string | undefined): WorkflowCommand | undefined {
  const message = line.replace(/^(?:(?!\uFEFF)[\s\u0085])+/, '');
  if (!message.startsWith('::')) return undefined;
  const end = message.indexOf('::', 2);
  if (end < 0) return undefined;
  const [name, properties] = nameAndRest(message.slice(2, end));
  if (!isRegistered(name, stopToken)) return undefined;
  return {
    name,
    properties: parseProperties(properties.trim(), ',', {
      '%0D': '\r',
      '%0A': '\n',
      '%3A': ':',
      '%2C': ',',
      '%25': '%',
    }),
    data: unescaped(message.slice(end + 2), { '%0D': '\r', '%0A': '\n', '%25': '%' }),
  };
}

/** `##[name key=value;key=value]data`, wherever it stands in the line. */
function parseV1(line: string, stopToken: string | undefined): WorkflowCommand | undefined {
  const escapes = { '%3B': ';', '%0D': '\r', '%0A': '\n', '%5D': ']', '%25': '%' };
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  const [name, properties] = nameAndRest(line.slice(start + 3, end));
  if (!isRegistered(name, stopToken)) return undefined;
  return {
    name,
    properties: parseProperties(properties, ';', escapes),
    data: unescaped(line.slice(end + 1), escapes),
  };
}

function nameAndRest(head: string): [string, string] {
  const space = head.indexOf(' ');
  return space < 0 ? [head, ''] : [head.slice(0, space), head.slice(space + 1)];
}

function isRegistered(name: string, stopToken: string | undefined): boolean {
  const lower = name.toLowerCase();
  return REGISTERED.has(lower) || (stopToken !== undefined && lower === stopToken.toLowerCase());
}

/** Pairs without a value are dropped; names are case-insensitive, so they are kept in lower case. */
function parseProperties(
  text: string,
  separator: string,
  escapes: Record<string, string>,
): Record<string, string> {
  const pairs = text.split(separator).map((pair) => /^=*([^=]+)=+(.+)$/s.exec(pair));
  return Object.fromEntries(
    pairs.flatMap((pair) =>
      pair === null ? [] : [[(pair[1] ?? '').toLowerCase(), unescaped(pair[2] ?? '', escapes)]],
    ),
  );
}

/** One escape after the other, in the runner's order; `%25` comes last, so nothing is unescaped twice. */
function unescaped(text: string, escapes: Record<string, string>): string {
  return Object.entries(escapes).reduce(
    (result, [code, character]) => result.replaceAll(code, character),
    text,
  );
}

/** The token that ends the silence, or undefined when the runner does not accept it. */
function stop(token: string, result: CommandResult): string | undefined {
  if (token === '' || token.toLowerCase() === 'pause-logging' || REGISTERED.has(token.toLowerCase())) {
    result.errors.push(`stop-commands: '${token}' is no token the runner takes.`);
    return undefined;
  }
  if (token.length > 6) result.masks.push(token);
  return token;
}

/** Carries a command out and returns the line that stands in the log for it, if any. */
function execute(command: WorkflowCommand, line: string, result: CommandResult): string | undefined {
  const { name, properties, data } = command;
  switch (name) {
    case 'notice':
    case 'warning':
    case 'error':
      result.annotations.push(annotation(name, properties, data));
      return `##[${name}]${data}`;
    case 'group':
      return `##[group]${data}`;
    case 'endgroup':
      return '##[endgroup]';
    case 'add-mask':
      addMask(data, result);
      return undefined;
    case 'set-output':
    case 'save-state':
      if (!properties.name) result.errors.push(`Unable to process command '${line}': the name is missing.`);
      else (name === 'set-output' ? result.outputs : result.state)[properties.name] = data;
      return undefined;
    case 'set-env':
    case 'add-path':
      result.errors.push(`Unable to process command '${line}': ${name} is disabled since CVE-2020-15228.`);
      return undefined;
    case 'add-matcher':
      // The workspace of a test holds no such file.
      if (data !== '') result.errors.push(`Unable to process command '${line}': no such file.`);
      return undefined;
    case 'echo':
      if (!/^\s*(on|off)\s*$/i.test(data)) result.errors.push(`Invalid echo command value '${data}'.`);
      return undefined;
    default:
      return undefined;
  }
}

function addMask(data: string, result: CommandResult): void {
  if (data.trim() === '') {
    result.annotations.push({
      kind: 'warning',
      message: "Can't add secret mask for empty string in ##[add-mask] command.",
    });
    return;
  }
  const parts = data.split(/[\r\n]/).map((part) => part.trim());
  for (const value of [data, ...parts])
    if (value !== '' && !result.masks.includes(value)) result.masks.push(value);
}

function annotation(
  kind: Annotation['kind'],
  properties: Readonly<Record<string, string>>,
  message: string,
): Annotation {
  const { title, file, line } = properties;
  return { kind, message, ...(title && { title }), ...(file && { file }), ...(line && { line }) };
}
