import { configureGlobal } from 'fast-check';

// In CI the same cases in each run: a change is never refused for what it has nothing to do with. Elsewhere other ones.
if (process.env.CI !== undefined) configureGlobal({ seed: 1 });
