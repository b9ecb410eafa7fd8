import type { App } from '../app.js';
import type { Finding, RuleName } from '../finding.js';

/** Looks at the whole app for one kind of mistake. */
export type Rule = {
  readonly name: RuleName;
  /** One that needs a list which is large loads it first. */
  readonly check: (app: App) => Checked | Promise<Checked>;
};

/** What a rule came to. */
export type Checked = {
  /** How many files it had something to look at in. */
  readonly looked: number;
  readonly findings: readonly Finding[];
};
