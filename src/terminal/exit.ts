/** How `smol` ends: what its exit code says. 130 is what a shell reports after Ctrl-C (128 + SIGINT). */
export const EXIT = { written: 0, incomplete: 1, usage: 2, interrupted: 130 } as const;
