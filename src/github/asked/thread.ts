import { isOurs } from '../../report/marks.js';
import { cutAtLine } from '../markup/cut.js';

/** What was said in a thread before a remark in it. */
export type Earlier = {
  readonly login: string;
  readonly body: string;
  /** Whether these words count: of ourselves, or of somebody who may ask for changes. */
  readonly isTrusted: boolean;
};

/** Comments of a thread that are shown with the next one in it: the newest. */
const MOST = 6;
/** Characters of each. */
const LONGEST = 1_000;

const LEFT_OUT = '(Left out: said by somebody without write access.)';

/**
 * A remark below what it answers, quoted as in a letter: "no, do it anyway" says nothing on its own.
 *
 * @param clean takes out of a text what must not be shown.
 */
export function withThread(
  text: string,
  earlier: readonly Earlier[],
  clean: (text: string) => string,
): string {
  if (text === '') return '';
  const quoted = earlier.slice(-MOST).map(({ login, body, isTrusted }) => {
    const words = isTrusted ? cutAtLine(clean(withoutMark(body)), LONGEST) : LEFT_OUT;
    return `${login}: ${words}`.replace(/^/gm, '> ');
  });
  return [...quoted, text].join('\n\n');
}

function withoutMark(body: string): string {
  return isOurs(body) ? body.slice(body.indexOf('-->') + 3) : body;
}
