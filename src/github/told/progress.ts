import { sameFinding } from '../../check/finding.js';
import { addUsage, type Usage } from '../../model/port.js';
import type { ChecksView, FileView, RunView } from '../../report/view.js';
import type { DevelopEvent, Plan, PlannedFile } from '../../smol/events.js';
import { isIcon } from '../../smol/icon-path.js';

/** What is known of a run before its first event. */
export type RunFacts = Pick<
  RunView,
  'issueNumber' | 'repository' | 'serverUrl' | 'runUrl' | 'checksMayWait' | 'startedAt'
>;

type FileProgress = {
  readonly planned: PlannedFile;
  state: FileView['state'];
  characters: number;
  /** Of a finished file. */
  lines: number | null;
  /** Of a finished file that is set aside. */
  content: string | null;
  startedAt: number | null;
  endedAt: number | null;
  failure: string | null;
};

/** Follows a run's events and says at any time what a person should see of it. */
export class RunProgress {
  readonly #facts: RunFacts;
  readonly #files = new Map<string, FileProgress>();
  #planText = '';
  /** Then only its list is asked for again, and the text stays. */
  #isPlanWhole = false;
  #plan: Plan | null = null;
  #usage: Usage | null = null;
  #earlierUsage: Usage | null = null;
  #replaced: ReadonlySet<string> = new Set();
  #kept: ReadonlySet<string> = new Set();
  #checks: ChecksView | null = null;
  #doneFiles = 0;
  #reusedFiles = 0;
  #changes: Partial<RunView> = {};

  constructor(facts: RunFacts) {
    this.#facts = facts;
  }

  /** What this run used; null when it asked no model. */
  get usage(): Usage | null {
    return this.#usage;
  }

  /** What this run and those before it for the same request used; null when no model was asked. */
  get totalUsage(): Usage | null {
    if (this.#earlierUsage === null || this.#usage === null) return this.#usage ?? this.#earlierUsage;
    return addUsage(this.#earlierUsage, this.#usage);
  }

  /** How many files are made, of how many. */
  get counts(): { readonly done: number; readonly planned: number } {
    return { done: this.#doneFiles, planned: this.#files.size };
  }

  /** Facts that come up on the way: the branch, the pull request, a problem. */
  set(changes: Partial<RunView>): void {
    this.#changes = { ...this.#changes, ...changes };
  }

  /** Sentences for people, besides those that are there. */
  addNotes(notes: readonly string[]): void {
    this.set({ notes: [...(this.#changes.notes ?? []), ...notes] });
  }

  /** What earlier runs for the same app used: people see the whole price of what they get. */
  setEarlierUsage(usage: Usage): void {
    this.#earlierUsage = usage;
  }

  /** Paths that the base branch has already: our files of those names replace what is there. */
  setReplaced(paths: ReadonlySet<string>): void {
    this.#replaced = paths;
  }

  /** Paths that stay as a person changed them on the branch. */
  setKept(paths: readonly string[]): void {
    this.#kept = new Set(paths);
  }

  /** @param now milliseconds since 1970. */
  follow(event: DevelopEvent, now: number): void {
    switch (event.type) {
      case 'plan.delta':
        this.#planText += event.text;
        return;
      case 'plan.list':
        this.#isPlanWhole = true;
        return;
      case 'plan.retry':
        if (!this.#isPlanWhole) this.#planText = '';
        return;
      case 'plan.done':
        this.#setPlan(event.plan);
        this.set({ phase: 'building', planReused: event.reused });
        return;
      case 'usage':
        this.#usage = event.usage;
        return;
      case 'images.unseen':
        this.set({ unseenImages: event.count });
        return;
      case 'check':
        this.#followCheck(event);
        return;
      case 'repair':
        this.#followRepair(event);
        return;
      case 'done': {
        this.set({ unmade: event.result.unmade });
        const { found, left, looked, unmended } = event.result.checks;
        this.#checks = { found, left, looked, unmended, mending: [] };
        return;
      }
      case 'file.start':
      case 'file.delta':
      case 'file.retry':
      case 'file.done':
      case 'file.drawn':
      case 'file.unchanged':
      case 'file.failed':
        this.#followFile(event, now);
    }
  }

  #setPlan(plan: Plan): void {
    this.#plan = plan;
    this.#planText = plan.text;
    this.#files.clear();
    this.#doneFiles = 0;
    this.#reusedFiles = 0;
    for (const planned of plan.files) this.#add(planned);
  }

  #add(planned: PlannedFile): void {
    this.#files.set(planned.path, {
      planned,
      state: 'waiting',
      characters: 0,
      lines: null,
      content: null,
      startedAt: null,
      endedAt: null,
      failure: null,
    });
  }

  #followCheck({ findings }: Extract<DevelopEvent, { type: 'check' }>): void {
    const found = this.#checks?.found ?? [];
    const fresh = findings.filter((one) => !found.some((other) => sameFinding(one, other)));
    this.#checks = {
      ...{ found: [...found, ...fresh], left: findings, unmended: null },
      ...{ looked: new Map(), mending: [] },
    };
  }

  /** The file is made once more. */
  #followRepair({ path, file: planned }: Extract<DevelopEvent, { type: 'repair' }>): void {
    if (this.#checks !== null) {
      this.#checks = { ...this.#checks, mending: [...this.#checks.mending, path] };
    }
    const file = this.#files.get(path);
    // The plan does not name it, and what it names has broken it.
    if (file === undefined) this.#add(planned);
    if (file === undefined) return;
    if (file.state === 'done' || file.state === 'unchanged') this.#doneFiles -= 1;
    Object.assign(file, { state: 'waiting', characters: 0 });
  }

  #followFile(event: Extract<DevelopEvent, { path: string }>, now: number): void {
    const file = this.#files.get(event.path);
    if (file === undefined) return;
    if (event.type === 'file.start') Object.assign(file, { state: 'writing', startedAt: now });
    if (event.type === 'file.delta') file.characters += event.text.length;
    if (event.type === 'file.retry') file.characters = 0;
    if (event.type === 'file.done') {
      const { content } = event;
      if (event.reused) this.#reusedFiles += 1;
      // The lines are not counted in each view: 1,000 files of 20 kB were 40 GB to count.
      const lines = countLines(content);
      Object.assign(file, { state: 'done', characters: content.length, lines, endedAt: now });
      if (file.planned.setAside !== null) file.content = content;
      this.#doneFiles += 1;
    }
    if (event.type === 'file.drawn') {
      Object.assign(file, { state: 'done', endedAt: now });
      this.#doneFiles += 1;
    }
    if (event.type === 'file.unchanged') {
      Object.assign(file, { state: 'unchanged', endedAt: now });
      this.#doneFiles += 1;
    }
    if (event.type === 'file.failed') {
      Object.assign(file, { state: 'failed', failure: event.error.message, endedAt: now });
    }
  }

  /** @param now milliseconds since 1970. */
  view(now: number): RunView {
    return {
      phase: 'planning',
      title: '',
      prompt: '',
      promptHash: '',
      hiddenTextRemoved: false,
      planModel: '',
      model: '',
      files: [...this.#files.values()].map((file) => this.#fileView(file)),
      refused: this.#plan?.refused ?? [],
      unmade: [],
      planText: this.#planText,
      usage: this.totalUsage,
      reusedFiles: this.#reusedFiles,
      planReused: false,
      checkpoint: null,
      finishedAt: null,
      branch: null,
      base: null,
      commitSha: null,
      pullRequest: null,
      howToRun: null,
      manifests: [],
      quote: null,
      planEdits: [],
      planDifference: [],
      hasCode: false,
      houseRules: [],
      commenters: [],
      unseenImages: 0,
      revision: null,
      revisions: [],
      checks: this.#checks,
      handled: [],
      notes: [],
      problem: null,
      ...this.#facts,
      ...this.#changes,
      now,
    };
  }

  #fileView(file: FileProgress): FileView {
    const { path, action, from, description, uses, setAside } = file.planned;
    return {
      path,
      action,
      from,
      description,
      uses,
      state: file.state,
      characters: file.characters,
      lines: file.lines,
      startedAt: file.startedAt,
      endedAt: file.endedAt,
      failure: file.failure,
      setAside: setAside === null ? null : { reason: setAside, content: file.content },
      replaces: this.#replaced.has(path),
      kept: this.#kept.has(path),
      isDrawn: isIcon(path),
    };
  }
}

function countLines(content: string): number {
  return content === '' ? 0 : content.split('\n').length - (content.endsWith('\n') ? 1 : 0);
}
