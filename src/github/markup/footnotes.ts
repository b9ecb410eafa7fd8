import type { Line } from './lines.js';
import { normalLabel } from './links.js';

/** A label: short, so that no sentence can stand in its place. */
const LABEL = /^[\w+#.-]{1,20}$/;

/**
 * The footnotes of a text, `[^label]: …`. GitHub shows one only where a reader is sent to it, shows the first
 * of two with the same label, and a number for the label.
 */
export class Footnotes {
  readonly #defined = new Set<string>();
  readonly #sentences = new Set<string>();
  readonly #referred = new Set<string>();
  #hidden: ReadonlySet<string> = new Set();
  readonly #begun = new Set<string>();
  #repeated = false;

  constructor(lines: readonly Line[]) {
    for (const { footnote } of lines) {
      if (footnote === null) continue;
      this.#defined.add(normalLabel(footnote));
      if (!LABEL.test(footnote)) this.#sentences.add(normalLabel(footnote));
    }
  }

  get any(): boolean {
    return this.#defined.size > 0;
  }

  /** Notes a reference that a reader sees. */
  refer(label: string): void {
    this.#referred.add(normalLabel(label));
  }

  /** Once all references are noted: what nobody is sent to is hidden from now on. */
  settle(): void {
    this.#begun.clear();
    this.#hidden = new Set(
      [...this.#defined].filter((label) => !this.#referred.has(label) || this.#sentences.has(label)),
    );
  }

  isHidden(label: string): boolean {
    return this.#hidden.has(normalLabel(label));
  }

  /** Whether a line of a footnote is shown, the lines given in order. */
  shows(line: Line): boolean {
    if (line.footnote === null) return true;
    const label = normalLabel(line.footnote);
    if (line.prefix.includes(`[^${line.footnote}]:`)) {
      this.#repeated = this.#begun.has(label);
      this.#begun.add(label);
    }
    return !this.#repeated && !this.#hidden.has(label);
  }
}
