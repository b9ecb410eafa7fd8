import { exchangesOf } from '../messages/exchanges.js';
import { routeFindings } from '../messages/routes.js';
import { spokenFindings } from '../messages/spoken.js';
import { storedFindings } from '../messages/stored.js';
import { variableFindings } from '../messages/variables.js';
/** Names by which parts of an app speak to each other, at run time. */
const SPOKEN = [
    ...['event-sent', 'event-heard', 'message-sent', 'message-heard', 'channel-asked'],
    ...['key-read', 'key-written', 'path-fetched', 'variable-read'],
];
/** What is sent is listened to, what is read is stored, what is fetched is served. */
export function checkMessages(app) {
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
