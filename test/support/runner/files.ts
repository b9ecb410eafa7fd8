/** What a file of `NAME=value` and `NAME<<DELIMITER` entries says, and what is wrong with it. */
export type FileCommands = { values: Record<string, string>; error: string | undefined };

/** Above this the runner drops the summary (actions/runner, FileCommandManager.cs). */
export const SUMMARY_LIMIT_BYTES = 1024 * 1024;

/**
 * Reads GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE in the runner's grammar on Linux: lines end with a line feed alone, a
 * value between delimiters is taken as it is without its last line feed, and the first malformed entry ends the reading
 * with an error that fails the step. The entries before it count.
 * A value that contains its own delimiter line therefore injects what follows (CVE-2022-35954); a test sees it as a key
 * that nobody meant to set.
 */
export function parseFileCommands(text: string): FileCommands {
  const values: Record<string, string> = {};
  const lines = linesOf(text);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) return { values, error: `Invalid format '${line}'. Name must not be empty` };
      values[line.slice(0, equals)] = line.slice(equals + 1);
      continue;
    }
    if (heredoc < 0) return { values, error: `Invalid format '${line}'` };
    const name = line.slice(0, heredoc);
    const delimiter = line.slice(heredoc + 2);
    if (name === '' || delimiter === '') {
      return {
        values,
        error: `Invalid format '${line}'. Name must not be empty and delimiter must not be empty`,
      };
    }
    const end = lines.indexOf(delimiter, index + 1);
    if (end < 0) return { values, error: `Invalid value. Matching delimiter not found '${delimiter}'` };
    values[name] = lines.slice(index + 1, end).join('\n');
    index = end;
  }
  return { values, error: undefined };
}

/** The lines as the runner reads them: no further line after a line feed at the very end. */
function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
