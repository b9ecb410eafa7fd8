import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/terminal/usage.ts
var UsageError = class extends Error {
  name = "UsageError";
};

// src/terminal/exit.ts
var EXIT = { written: 0, incomplete: 1, usage: 2, interrupted: 130 };

export {
  EXIT,
  UsageError
};
