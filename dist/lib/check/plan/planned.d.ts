import type { App } from '../app.js';
/** The paths that the plan has written; none where there is no plan. */
export declare function plannedPaths({ plan }: Pick<App, 'plan'>): ReadonlySet<string>;
