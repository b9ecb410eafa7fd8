import { formatNumber } from './format.js';
import { finishedFiles, wasDrawn } from './run-state.js';
import { limited, pathSpan } from './sections.js';
import type { RunView } from './view.js';

/** Most paths that are told in one sentence. */
const MOST_PATHS = 12;
/** Most files that are told to use one. */
const MOST_USERS = 3;

/** Icons that were drawn, and files that a person has to add; empty where there is neither. */
export function assetsSection(view: RunView): string {
  return [drawnLine(view), unmadeList(view)].filter((part) => part !== '').join('\n\n');
}

function drawnLine(view: RunView): string {
  const drawn = finishedFiles(view).filter(wasDrawn);
  if (drawn.length === 0) return '';
  const what = drawn.length === 1 ? 'a placeholder' : 'placeholders';
  return `Drawn, as ${what}: ${listed(
    drawn.map(({ path }) => pathSpan(path)),
    MOST_PATHS,
  )}.`;
}

function unmadeList({ unmade }: RunView): string {
  const [only] = unmade;
  if (only === undefined) return '';
  if (unmade.length === 1) return `Not made, as it is binary: ${unmadeItem(only)}. Add it yourself.`;
  const lines = unmade.map((each) => `- ${unmadeItem(each)}`);
  return `Not made, as they are binary; add them yourself:\n\n${limited(lines).join('\n')}`;
}

function unmadeItem({ path, usedBy }: RunView['unmade'][number]): string {
  if (usedBy.length === 0) return pathSpan(path);
  const users = usedBy.map((user) => `${pathSpan(user.path)}, line ${formatNumber(user.line)}`);
  return `${pathSpan(path)} (used by ${listed(users, MOST_USERS, '; ')})`;
}

function listed(items: readonly string[], most: number, separator = ', '): string {
  const more = items.length > most ? ` and ${formatNumber(items.length - most)} more` : '';
  return `${items.slice(0, most).join(separator)}${more}`;
}
