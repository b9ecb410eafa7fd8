/** The command cannot be carried out as it was typed. `message` says why in a sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
