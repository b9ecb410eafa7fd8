import { type App } from '../app.js';
import type { Checked } from './rule.js';
/** What the plan promised is there: every file, and the names that the contract gives it. */
export declare function checkPlan(app: App): Checked;
