const USES_ONLY = /^Uses:? ((?:`[^`]+`(?:, and | and |, )?)+)\.?\s*$/;
/** Words of code in which a path can be. */
const WORD = /[\w@.+\-/[\]()$]{1,300}/g;

/** Follows files that have another path by now through the text of a plan. */
export class PathsInText {
  readonly #renamed: ReadonlyMap<string, string>;

  /** @param paths old path → new path; the same one for a file that stays. */
  constructor(paths: ReadonlyMap<string, string>) {
    this.#renamed = new Map([...paths].filter(([from, to]) => from !== to));
  }

  /** A line with the new paths in its code. @param isCode whether all of it is. */
  rename(line: string, isCode: boolean): string {
    if (this.#renamed.size === 0) return line;
    if (isCode) return this.#inCode(line);
    return line.replace(
      /(?<!`)(`{1,3})(?!`)([^`]+)\1(?!`)/g,
      (_, ticks, code) => ticks + this.#inCode(code) + ticks,
    );
  }

  #inCode(code: string): string {
    const whole = this.#renamed.get(code.trim());
    if (whole !== undefined) return code.replace(code.trim(), () => whole);
    return code.replace(WORD, (word) => {
      const [, start = '', path = '', end = ''] = /^((?:\.\/)?)(.*?)([.)\]]*)$/.exec(word) ?? [];
      const to = this.#renamed.get(path) ?? this.#renamed.get(path + end);
      if (to === undefined) return word;
      return start + to + (this.#renamed.has(path) ? end : '');
    });
  }
}

/** An item of the list without these paths where it lists what it uses, and nothing else there. */
export function withoutUses(item: string, removed: ReadonlySet<string>): string {
  if (removed.size === 0) return item;
  const at = item.lastIndexOf('Uses');
  const [, uses = ''] = USES_ONLY.exec(item.slice(at)) ?? [];
  const used = [...uses.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
  const left = used.filter((path) => !removed.has(path.trim().replace(/^\.\//, '')));
  if (left.length === used.length) return item;
  const before = item.slice(0, at).trimEnd();
  return left.length === 0 ? before : `${before} Uses ${left.map((path) => `\`${path}\``).join(', ')}.`;
}
