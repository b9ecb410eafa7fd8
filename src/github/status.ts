import { type CommentMark, readPlanComment } from '../report/plan-comment.js';
import type { GitHub } from './client.js';
import { mayHaveBeenApplied } from './retry.js';
import { isStatus } from './stop.js';

/** GitHub allows 80 writes a minute and 500 an hour; a comment that changes faster is read by nobody. */
const EDIT_EVERY_MS = 5_000;
/** In a long run edits grow rarer with it, so that one of 20 minutes has about 50 of them instead of 240. */
const EDITS_PER_TIME_SO_FAR = 12;
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
  #openedAt = 0;
  #editedAt = 0;
  #editing: Promise<void> | null = null;
  #next: (() => Promise<string>) | null = null;
  #timer: NodeJS.Timeout | null = null;

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

  /**
   * Finds the comment of an earlier run, or creates it. Throws what GitHub answers.
   *
   * @param render makes the text, given what the first line of the earlier comment says; null when there is none.
   */
  async open(render: (earlier: CommentMark | null) => string): Promise<void> {
    const found = await this.#find();
    if (found === null) {
      this.#comment = await this.#createOnce(render(null));
    } else {
      this.#comment = found;
      this.#wasThere = true;
      await this.#edit(render(readPlanComment(found.body)));
    }
    this.#openedAt = this.#now();
    this.#editedAt = this.#openedAt;
  }

  /**
   * Says something where there may be a comment of an earlier run, whose text a person still needs.
   *
   * @param whole the comment when there is none yet.
   * @param change makes a new text of the one that is there; null leaves it alone.
   */
  async add(whole: string, change: (body: string) => string | null): Promise<void> {
    if (!(await this.amend(change))) this.#comment = await this.#createOnce(whole);
  }

  /** Changes the comment of an earlier run, as `add` does. Whether there is one. Throws what GitHub answers. */
  async amend(change: (body: string) => string | null): Promise<boolean> {
    this.#comment = await this.#find();
    if (this.#comment === null) return false;
    const changed = change(this.#comment.body);
    if (changed !== null) await this.#edit(changed);
    return true;
  }

  /**
   * Shows a newer text, at once or as soon as the last edit is long enough ago; of several that wait, the newest. An
   * edit that fails is left to the next one: progress is worth no failed run.
   *
   * @param prepare saves what the text will show as done; makes the text.
   */
  update(prepare: () => Promise<string>): void {
    this.#next = prepare;
    this.#schedule();
  }

  #schedule(): void {
    if (this.#comment === null || this.#next === null || this.#timer !== null || this.#editing !== null)
      return;
    const pause = Math.max(EDIT_EVERY_MS, (this.#now() - this.#openedAt) / EDITS_PER_TIME_SO_FAR);
    const left = Math.max(0, this.#editedAt + pause - this.#now());
    this.#timer = setTimeout(() => this.#show(), left);
  }

  #show(): void {
    const prepare = this.#next;
    this.#timer = null;
    this.#next = null;
    if (prepare === null) return;
    this.#editedAt = this.#now();
    this.#editing = prepare()
      .then((body) => this.#edit(body))
      .catch(() => {})
      .finally(() => {
        this.#editing = null;
        this.#schedule();
      });
  }

  /** Nothing is shown from now on but the last word; waits for an edit that is under way. */
  async settle(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#next = null;
    await this.#editing;
  }

  /** The last word. Throws what GitHub answers. */
  async finish(body: string): Promise<void> {
    await this.settle();
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

  /**
   * Creates the comment and looks whether another run did so at the same moment. Of two, both runs take the older
   * one, and each deletes its own.
   */
  async #createOnce(body: string): Promise<Comment> {
    const created = await this.#create(body);
    const oldest = await this.#find();
    if (oldest === null || oldest.id >= created.id) return created;
    await this.#github.rest.issues.deleteComment({ ...this.#github.repo, comment_id: created.id });
    return oldest;
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
