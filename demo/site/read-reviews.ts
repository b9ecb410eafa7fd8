import type { GitHub, Reaction, Review, ReviewComment } from '../../test/support/github/index.js';

/** A comment on a line, or an answer to one. */
export type ThreadComment = { readonly comment: ReviewComment; readonly reactions: readonly Reaction[] };

/** A review with the threads that it began. */
export type ReviewView = {
  readonly review: Review;
  readonly reactions: readonly Reaction[];
  /** Each begins with a comment of the review; answers follow. */
  readonly threads: readonly (readonly ThreadComment[])[];
};

/** The reviews of a pull request. An answer in a thread is one for GitHub, too; it stands in its thread alone. */
export async function readReviews(github: GitHub, number: number): Promise<readonly ReviewView[]> {
  const [reviews, comments] = await Promise.all([github.reviews(number), github.reviewComments(number)]);
  const shown = await Promise.all(
    comments.map(async (comment) => ({
      comment,
      reactions: await github.reviewCommentReactions(comment.id),
    })),
  );
  const views = reviews.map(async (review) => ({
    review,
    reactions: await github.reviewReactions(review.id),
    threads: shown
      .filter(({ comment }) => comment.reviewId === review.id && comment.inReplyTo === null)
      .map((first) => [first, ...shown.filter(({ comment }) => comment.inReplyTo === first.comment.id)]),
  }));
  return (await Promise.all(views)).filter(({ review, threads }) => review.body !== '' || threads.length > 0);
}
