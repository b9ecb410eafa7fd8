import { readPlanComment } from '../report/plan-comment.js';
import type { GitHub } from './client.js';
import { mayHaveBeenApplied } from './retry.js';
import { isStatus } from './stop.js';

/** GitHub allows 80 writes a minute and 500 an hour; a comment that changes faster is read by nobody. */
const EDIT_EVERY_MS = 5_000;
const PAGE = 100;

type Comment = { readonly id: number; readonly url: string; readonly body: string };

/**
 * The one comment of a run: found or created at its start, edited in place, never a second one.
 * Edits are at least five seconds apart; what was to be said in between is left out, the last word never.
 */
export class StatusComment {
  readonly #github: GitHub;
  readonly #issueNumber: number;
  readonly #ownId: number;
  readonly #now: () => number;
  #comment: Comment | null = null;
  #wasThere = false;
  #editedAt = 0;
  #editing: Promise<void> | null = null;

  /** @param ownId GitHub's id of the account that we write as: other people's comments are never ours. */
  constructor(github: GitHub, issueNumber: number, ownId: number, now: () => number) {
    this.#github = github;
    this.#issueNumber = issueNumber;
    this.#ownId = ownId;
    this.#now = now;
  }

  /** Address of the comment; null before it is opened. */
  get url(): string | null {
    return this.#comment?.url ?? null;
  }

  /** Whether the comment was that of an earlier run. */
  get wasThere(): boolean {
    return this.#wasThere;
  }

  /** Finds the comment of an earlier run, or creates it. Throws what GitHub answers. */
  async open(body: string): Promise<void> {
    const found = await this.#find();
    if (found === null) {
      this.#comment = await this.#create(body);
    } else {
      this.#comment = found;
      this.#wasThere = true;
      await this.#edit(body);
    }
    this.#editedAt = this.#now();
  }

  /**
   * Says something where there may be a comment of an earlier run, whose text a person still needs.
   *
   * @param whole the comment when there is none yet.
   * @param amend makes a new text of the one that is there; null leaves it alone.
   */
  async add(whole: string, amend: (body: string) => string | null): Promise<void> {
    const found = await this.#find();
    this.#comment = found ?? (await this.#create(whole));
    const amended = found === null ? null : amend(found.body);
    if (amended !== null) await this.#edit(amended);
  }

  /**
   * Shows a newer text unless the last edit is too recent or still under way. An edit that fails is left to
   * the next one: progress is worth no failed run.
   */
  update(render: () => string): void {
    if (this.#comment === null || this.#editing !== null || this.#now() - this.#editedAt < EDIT_EVERY_MS)
      return;
    this.#editedAt = this.#now();
    this.#editing = this.#edit(render())
      .catch(() => {})
      .finally(() => {
        this.#editing = null;
      });
  }

  /** The last word. Throws what GitHub answers. */
  async finish(body: string): Promise<void> {
    await this.#editing;
    try {
      await this.#edit(body);
    } catch (error) {
      if (!isStatus(error, 404)) throw error;
      // A person deleted the comment meanwhile; how the run ended must still stand somewhere.
      this.#comment = await this.#create(body);
    }
  }

  async #edit(body: string): Promise<void> {
    if (this.#comment === null) return;
    await this.#github.rest.issues.updateComment({
      ...this.#github.repo,
      comment_id: this.#comment.id,
      body,
    });
  }

  /** Creates the comment; when the answer is lost, looks whether it is there before it tries again. */
  async #create(body: string): Promise<Comment> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { data } = await this.#github.rest.issues.createComment({
          ...this.#github.repo,
          issue_number: this.#issueNumber,
          body,
        });
        return { id: data.id, url: data.html_url, body };
      } catch (error) {
        if (!mayHaveBeenApplied(error) || attempt === 3) throw error;
        const found = await this.#find();
        if (found !== null) return found;
      }
    }
  }

  /** The oldest comment that we wrote and marked. A marker in anybody else's comment means nothing. */
  async #find(): Promise<Comment | null> {
    for (let page = 1; ; page += 1) {
      const { data } = await this.#github.rest.issues.listComments({
        ...this.#github.repo,
        issue_number: this.#issueNumber,
        per_page: PAGE,
        page,
      });
      const own = data.find(
        (comment) => comment.user?.id === this.#ownId && readPlanComment(comment.body ?? '') !== null,
      );
      if (own !== undefined) return { id: own.id, url: own.html_url, body: own.body ?? '' };
      if (data.length < PAGE) return null;
    }
  }
}
