/** What a mutator does to an app that works. */
export const KINDS = {
  'file left out': 'a file that others use is not there',
  'file renamed': 'a file that others use has another name',
  'export dropped': 'what others import is not exported any more',
  'export renamed': 'what others import has another name',
  'export made default': 'what others import by name is the default export',
  'import in other case': 'the path of an import has a capital letter that the file has not',
  'id changed': 'an id has another name in the page, or in the script that looks it up',
  'argument added': 'a function wants one argument more than its callers give',
  'dependency removed': 'a package that is imported is not declared any more',
  'file cut': 'a file ends in the middle',
  'body left to do': 'instead of the body of a function stands that it is to be written',
  'route changed': 'a path is fetched that the server does not know',
  'method changed': 'a path is fetched in a way in which the server does not answer',
  'key changed': 'what is stored under one name is read under another',
  'event changed': 'an event is sent under one name and listened to under another',
  'message changed': 'a message is sent as one thing and waited for as another',
  'variable changed': 'a variable of the environment is read that people are told to set under another name',
} as const;

export type BreakKind = keyof typeof KINDS;

/** Path → text. */
export type Texts = ReadonlyMap<string, string>;

/** A file in which a finding is right, and the lines; null where any line is. */
export type Place = { readonly path: string; readonly lines: ReadonlySet<number> | null };

/** An app that does not work any more, and where a finding says why. */
export type Break = {
  readonly kind: BreakKind;
  /** What was done, for whoever reads which were missed. */
  readonly what: string;
  readonly files: Texts;
  readonly places: readonly Place[];
};

/** Lines from one to another. */
export function lines(first: number, last: number = first): ReadonlySet<number> {
  return new Set(Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

/** The line of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** The same files with another text for one of them. */
export function withText(files: Texts, path: string, text: string): Texts {
  return new Map(files).set(path, text);
}

/** A text with other characters from one offset to another. */
export function spliced(text: string, start: number, end: number, by: string): string {
  return `${text.slice(0, start)}${by}${text.slice(end)}`;
}

/** Code that is no part of what runs: whether it holds together is not asked. */
export function isBeside(path: string): boolean {
  return /(?:^|\/)(?:tests?|__tests__|specs?|examples?|docs?|fixtures?|templates?|demos?|bench(?:marks?)?|dist|build|scripts?)\/|\.(?:test|spec|d|config)\.[cm]?[jt]sx?$|(?:^|\/)test_[^/]*\.py$/.test(
    path,
  );
}
