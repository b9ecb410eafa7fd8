import * as z from 'zod';

/** What `measured.ts` writes. */
export const measuredSchema = z.strictObject({
  files: z.number(),
  characters: z.number(),
  seconds: z.number(),
  /** What the processor worked: on a machine that others use, too, this is what can be compared. */
  worked: z.number(),
  megabytes: z.number(),
  /** What the process took before the first file was looked at. */
  before: z.number(),
});

/** What checking some files takes, with the parsers it loads. */
export type Measured = z.infer<typeof measuredSchema>;
