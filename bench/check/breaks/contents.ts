import { type Break, isBeside, lineAt, lines, type Place, spliced, type Texts, withText } from './break.js';
import { functionsOf } from './functions.js';

/** What stands where a model left the work to somebody else. */
const LEFT_TO_DO = {
  script: [
    '  // ... rest of the code\n',
    '  // TODO: implement\n',
    "  throw new Error('Not implemented');\n",
  ],
  python: [
    '    # ... rest of the code\n',
    '    # TODO: implement\n    pass\n',
    '    raise NotImplementedError\n',
  ],
} as const;

/** What runs: a function in a text about it is no part of the app. */
const CODE = /\.(?:[cm]?[jt]sx?|py)$/;

/** Functions without their body. */
export function breaksOfBodies(files: Texts, random: () => number): Break[] {
  return [...files].flatMap(([path, text]): Break[] => {
    if (isBeside(path) || !CODE.test(path)) return [];
    return functionsOf(path, text)
      .filter(({ body }) => text.slice(body.start, body.end).split('\n').length >= 4)
      .map((one): Break => {
        const choices = path.endsWith('.py') ? LEFT_TO_DO.python : LEFT_TO_DO.script;
        const by = choices[Math.floor(random() * choices.length)] ?? choices[0];
        const changed = spliced(text, one.body.start, one.body.end, by);
        const first = lineAt(text, one.start);
        const place = { path, lines: lines(first, lineAt(text, one.body.start) + by.split('\n').length - 2) };
        const what = `${one.name} of ${path}: ${by.trim()}`;
        return { kind: 'body left to do', what, files: withText(files, path, changed), places: [place] };
      });
  });
}

const CUT = /\.(?:[cm]?[jt]sx?|css|json|py)$/;

/** Files that end somewhere in their middle, where nobody could take it for their end. */
export function breaksOfCuts(files: Texts, random: () => number): Break[] {
  return [...files].flatMap(([path, text]): Break[] => {
    if (isBeside(path) || !CUT.test(path) || text.length < 200) return [];
    const at = Math.floor(text.length * (0.1 + 0.85 * random()));
    const kept = text.slice(0, at);
    if (!isCutOff(path, kept)) return [];
    const what = `${path} at ${at}`;
    const place: Place = {
      path,
      lines: new Set([lineAt(kept, at), lineAt(kept, kept.trimEnd().length), ...opened(kept)]),
    };
    return [{ kind: 'file cut', what, files: withText(files, path, kept), places: [place] }];
  });
}

/** Whether a text surely cannot end here: in the middle of an indented line, or in brackets on a line of Python. */
function isCutOff(path: string, kept: string): boolean {
  const line = kept.slice(kept.lastIndexOf('\n') + 1);
  if (/^\s*(?:\/\/|\/?\*|#|"""|''')/.test(line)) return false;
  if (path.endsWith('.py')) return !/['"#]/.test(line) && count(line, '(') > count(line, ')');
  return /^[ \t]+\S/.test(line);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** Lines with a bracket, a quote or a comment that is never closed, as far as these alone tell. */
function opened(kept: string): number[] {
  const open: number[] = [];
  let line = 1;
  for (const character of kept) {
    if (character === '\n') line += 1;
    else if ('([{'.includes(character)) open.push(line);
    else if (')]}'.includes(character)) open.pop();
  }
  const comment = kept.lastIndexOf('/*');
  if (comment > kept.lastIndexOf('*/')) open.push(lineAt(kept, comment));
  const ticks = [...kept.matchAll(/`/g)];
  const last = ticks.at(-1);
  return ticks.length % 2 === 1 && last !== undefined ? [...open, lineAt(kept, last.index)] : open;
}
