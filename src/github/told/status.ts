import { isUnderWay } from '../../report/amend.js';
import { type CommentMark, readMarker } from '../../report/marker.js';
import type { GitHub } from '../api/client.js';
import { PAGE } from '../api/requests.js';
import { mayHaveBeenApplied } from '../api/retry.js';
import { isStatus } from '../api/stop.js';
import type { Reacted } from './reaction.js';

/** GitHub allows 80 writes a minute and 500 an hour; a comment that changes faster is read by nobody. */
const EDIT_EVERY_MS = 5_000;
/** In a long run edits grow rarer with it, so that one of 20 minutes has about 50 of them instead of 240. */
const EDITS_PER_TIME_SO_FAR = 12;
/** How long a comment is waited for that must be there, or will be in a moment. Milliseconds between looks. */
const WAITS_MS = [1_000, 2_000];

/** What an edit of the comment was answered with. */
export type Edited = {
  readonly id: number;
  /** When the run that edits began, as GitHub writes times: of its first edit. */
  readonly since: string;
  /** How many 👎 the comment has. */
  readonly thumbsDown: number;
};

type Comment = {
  readonly id: number;
  readonly nodeId: string;
  readonly url: string;
  readonly body: string;
  /** GitHub's time of its last change. */
  readonly updatedAt: string;
};

/** Our comment as an earlier run left it, or as people edited it since. */
export type EarlierComment = Comment & {
  readonly mark: CommentMark;
  /** GitHub's id of our account. */
  readonly accountId: number;
};

export type StatusOptions = {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Called after each edit. */
  readonly onEdited?: (edited: Edited) => void;
};

/**
 * The one comment of a run: found or created at its start, edited in place, never a second one.
 * Edits are at least five seconds apart; what was to be said in between is left out, the last word never.
 */
export class StatusComment {
  readonly #github: GitHub;
  readonly #issueNumber: number;
  readonly #own: Reacted;
  readonly #now: () => number;
  readonly #sleep: (ms: number) => Promise<void>;
  readonly #onEdited: (edited: Edited) => void;
  #since: string | null = null;
  #comment: Comment | null = null;
  /** What `look` came to. */
  #found: { readonly comment: Comment | null } | null = null;
  #openedAt = 0;
  #editedAt = 0;
  #editing: Promise<void> | null = null;
  #next: (() => Promise<string>) | null = null;
  #timer: NodeJS.Timeout | null = null;

  /**
   * @param own what setting 👀 told: other people's comments are never ours, and where nobody of us was before there
   *   is none.
   */
  constructor(
    github: GitHub,
    issueNumber: number,
    own: Reacted,
    { now, sleep, onEdited = () => {} }: StatusOptions,
  ) {
    this.#github = github;
    this.#issueNumber = issueNumber;
    this.#own = own;
    this.#now = now;
    this.#sleep = sleep;
    this.#onEdited = onEdited;
  }

  /** Address of the comment; null before it is opened. */
  get url(): string | null {
    return this.#comment?.url ?? null;
  }

  /** Whether the comment was that of an earlier run. */
  get wasThere(): boolean {
    return (this.#found?.comment ?? null) !== null;
  }

  /** Looks for the comment of an earlier run; writes nothing. Throws what GitHub answers. */
  async look(): Promise<EarlierComment | null> {
    this.#found ??= { comment: await this.#findEarlier() };
    const { comment } = this.#found;
    const mark = comment === null ? null : readMarker(comment.body);
    if (comment === null || mark === null) return null;
    return { ...comment, mark, accountId: this.#own.accountId };
  }

  /**
   * Finds the comment of an earlier run, or creates it. Throws what GitHub answers.
   *
   * @param render makes the text, given what the first line of the earlier comment says; null when there is none.
   */
  async open(render: (earlier: CommentMark | null) => string): Promise<void> {
    await this.look();
    const found = this.#found?.comment ?? null;
    if (found === null) {
      this.#comment = await this.#create(render(null));
    } else {
      this.#comment = found;
      await this.#edit(render(readMarker(found.body)));
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
    this.#found ??= { comment: await this.#findEarlier() };
    const found = this.#found.comment;
    this.#comment = found ?? (await this.#create(whole));
    if (found !== null) await this.#change(found, change);
  }

  /** Changes the comment of an earlier run, where there is one. Throws what GitHub answers. */
  async amend(change: (body: string) => string | null): Promise<void> {
    this.#comment = await this.#find();
    if (this.#comment !== null) await this.#change(this.#comment, change);
  }

  async #change({ body }: Comment, change: (body: string) => string | null): Promise<void> {
    const changed = change(body);
    if (changed !== null) await this.#edit(changed);
  }

  /**
   * The comment of an earlier run, or of one that began just before us. Of two that begin at the same moment, one is
   * the first to set 👀: that one writes the comment, and the other waits for it.
   */
  async #findEarlier(): Promise<Comment | null> {
    return this.#own.isNew ? null : this.#findPatiently();
  }

  async #findPatiently(): Promise<Comment | null> {
    let found = await this.#find();
    for (const wait of WAITS_MS) {
      if (found !== null) break;
      await this.#sleep(wait);
      found = await this.#find();
    }
    return found;
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

  /** Whether the comment, as it stands, says that a run goes on. Throws what GitHub answers. */
  async isUnderWay(): Promise<boolean> {
    if (this.#comment === null) return false;
    const { data } = await this.#github.rest.issues.getComment({
      ...this.#github.repo,
      comment_id: this.#comment.id,
    });
    return isUnderWay(data.body ?? '');
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
    const { data } = await this.#github.rest.issues.updateComment({
      ...this.#github.repo,
      comment_id: this.#comment.id,
      body,
    });
    this.#since ??= data.updated_at;
    this.#onEdited({ id: data.id, since: this.#since, thumbsDown: data.reactions?.['-1'] ?? 0 });
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
        this.#since = data.created_at;
        return commentOf(data);
      } catch (error) {
        if (!mayHaveBeenApplied(error) || attempt === 3) throw error;
        // What was made just now may not be listed yet.
        const found = await this.#findPatiently();
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
        (comment) => comment.user?.id === this.#own.accountId && readMarker(comment.body ?? '') !== null,
      );
      if (own !== undefined) return commentOf(own);
      if (data.length < PAGE) return null;
    }
  }
}

function commentOf(data: {
  id: number;
  node_id: string;
  html_url: string;
  body?: string;
  updated_at: string;
}): Comment {
  const { id, node_id: nodeId, html_url: url, body = '', updated_at: updatedAt } = data;
  return { id, nodeId, url, body, updatedAt };
}
