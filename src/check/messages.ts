import type { App } from './app.js';
import { exchangesOf } from './exchanges.js';
import type { UseKind } from './page/draft.js';
import { routeFindings } from './routes.js';
import type { Checked } from './rule.js';
import { spokenFindings } from './spoken.js';
import { storedFindings } from './stored.js';
import { variableFindings } from './variables.js';

/** Names by which parts of an app speak to each other, at run time. */
const SPOKEN: readonly UseKind[] = [
  ...(['event-sent', 'event-heard', 'message-sent', 'message-heard', 'channel-asked'] as const),
  ...(['key-read', 'key-written', 'path-fetched', 'variable-read'] as const),
];

/** What is sent is listened to, what is read is stored, what is fetched is served. */
export function checkMessages(app: App): Checked {
  const exchanges = exchangesOf(app);
  const paths = new Set(SPOKEN.flatMap((kind) => exchanges.of(kind).map(({ path }) => path)));
  return {
    looked: paths.size,
    findings: [
      ...storedFindings(app),
      ...routeFindings(app),
      ...spokenFindings(app),
      ...variableFindings(app),
    ],
  };
}
