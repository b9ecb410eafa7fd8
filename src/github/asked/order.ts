/** What is wanted of a build. */
export type Order =
  /** The label, or a dispatch: all the way, unless the plan is to wait for a person. */
  | { readonly kind: 'start' }
  /** A plan, again where there is one: it waits. `commentId` tells one such wish from the next. */
  | { readonly kind: 'plan'; readonly remarks: string | null; readonly commentId: number }
  /** The plan that waits, as it was edited; or what an earlier run did not come to. */
  | { readonly kind: 'build' }
  /** What failed or is missing; or one file once more. */
  | { readonly kind: 'retry'; readonly path: string | null };
