import type { App } from '../app.js';
/** Parts of a path; more are no path of a server. */
export declare const MOST_SEGMENTS = 20;
/** Any number of parts. */
export declare const ALL = "**";
/**
 * The parts of a path that is asked for; what code puts in is `*`. Null where it does not begin at the root.
 *
 * @example
 * segmentsOf('/api/polls/*?page=1') → ['api', 'polls', '*']
 */
export declare function segmentsOf(name: string): string[] | null;
/** The parts of a path that is served, by whatever framework: what may stand there is `*`, or `**` for all below. */
export declare function servedSegments(path: string): string[];
/** Whether a path that is asked for may be one that is served. */
export declare function fitsRoute(asked: readonly string[], served: readonly string[]): boolean;
/** Whether a file of the app lies where a path may lead. */
export declare function endsIn(app: App, path: string): boolean;
