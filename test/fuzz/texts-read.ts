import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readIssueText } from '../../src/github/asked/issue-text.js';
import { readTrailers, writeTrailers } from '../../src/github/branch/trailers.js';
import { removeHiddenText } from '../../src/github/markup/hidden-text.js';
import { logLine } from '../../src/github/told/log.js';
import { parseReply } from '../../src/model/json.js';
import { amendComment } from '../../src/report/amend.js';
import { howToRun } from '../../src/report/how-to-run.js';
import { readManifests } from '../../src/report/manifests.js';
import { marker, readMarker } from '../../src/report/marker.js';
import { inlineMarkdown, neutralise } from '../../src/report/neutralise.js';
import { renderPlanComment } from '../../src/report/plan-comment.js';
import * as problems from '../../src/report/problems.js';
import { commitMessage, pullRequestBody, pullRequestTitle } from '../../src/report/pull-request.js';
import { renderSummary } from '../../src/report/summary.js';
import { checkContent } from '../../src/smol/content.js';
import { readEdits } from '../../src/smol/edit-blocks.js';
import { applyEdits } from '../../src/smol/edits.js';
import { TooManyFilesError } from '../../src/smol/errors.js';
import { selectPaths } from '../../src/smol/paths.js';
import { readPlan } from '../../src/smol/plan.js';
import { unwrap } from '../../src/smol/unwrap.js';
import { file, view } from '../report/views.js';
import { type Target, target } from './hunt.js';
import { assertInert, assertNoCommand, assertSafePath, assertVisible } from './oracles.js';
import { damaged, hostileOrLong, hostileText } from './texts.js';

const issues = target(
  'issue',
  fc.record({ title: hostileText, body: hostileOrLong }),
  (issue) => {
    const cleaned = removeHiddenText(issue.body);
    return { cleaned, again: removeHiddenText(cleaned.text), read: readIssueText(issue) };
  },
  ({ cleaned, again, read }, { title, body }) => {
    assert.deepEqual(again, { text: cleaned.text, removed: false });
    assertVisible(cleaned.text);
    if ('empty' in read) return;
    assertVisible(read.prompt);
    assert.ok(read.prompt.length <= title.length + body.length + 2);
    assert.ok(read.prompt.trim() !== '');
  },
);

const shown = target(
  'published markdown',
  hostileOrLong,
  (text) => ({ block: neutralise(text), line: inlineMarkdown(text), log: logLine(text) }),
  ({ block, line, log }) => {
    assertInert(block);
    assertInert(line);
    assertNoCommand(log);
  },
);

const words = fc.record({
  planText: hostileOrLong,
  prompt: hostileText,
  path: hostileText,
  description: hostileText,
  reason: hostileText,
  phase: fc.constantFrom('planning', 'building', 'publishing', 'planned', 'done', 'partial', 'failed'),
});

const STOPPED = problems.deadlinePassed({ minutes: 20 });
const OWN = { key: '0'.repeat(16), record: '0'.repeat(40), issueNumber: 12, handled: [], undone: null };

const pages = target(
  'comment, pull request and summary',
  words,
  ({ planText, prompt, path, description, reason, phase }) => {
    const run = view({
      phase,
      planText,
      prompt,
      title: reason,
      model: description,
      refused: [{ path, reason }],
      notes: [reason],
      files: [
        file(path, { description, uses: [path] }),
        file(`${path}x`, { state: 'failed', failure: reason }),
        file(`${path}y`, { setAside: { reason, content: prompt } }),
        file(`${path}z`, { kept: true, description }),
      ],
      problem: phase === 'failed' ? { ...STOPPED, what: reason } : null,
    });
    const comment = renderPlanComment(run);
    const amended = amendComment(comment, STOPPED);
    return {
      comment,
      amended,
      again: amendComment(amended, STOPPED),
      body: pullRequestBody(run),
      summary: renderSummary(run),
      title: pullRequestTitle(run),
      message: commitMessage(run, writeTrailers({ ...OWN, runUrl: run.runUrl })),
    };
  },
  ({ comment, amended, again, body, summary, title, message }) => {
    assert.ok(comment.length <= 60_000 && body.length <= 60_000);
    assert.ok(Buffer.byteLength(summary) < 1024 * 1024);
    for (const text of [comment, amended]) assert.equal(readMarker(text)?.issueNumber, 12);
    assert.equal(again, amended);
    assertInert(comment, ['/pull/1']);
    assertInert(body, ['/pull/1', '#12', 'Closes #12']);
    assert.ok([...title].length <= 240 && !title.includes('\n') && title.trim() !== '');
    assertInert(title.replace(/[\\`*_[\]<>|~$!&]/g, ' '));
    assert.deepEqual(readTrailers(message), OWN, message);
  },
  { batch: 10 },
);

const back = target(
  'what is read back',
  damaged(
    fc.oneof(
      hostileText,
      fc.constant('<!-- smol:v1 issue=12 -->\n\n## Planning\n'),
      fc.constant(
        `${marker({ issueNumber: 12, checkpoint: { key: 'a'.repeat(16), tree: 'b'.repeat(40) } })}\n\n## Building\n`,
      ),
      fc.constant(
        `x\n\nSmol-Issue: 1\nSmol-Key: ${'a'.repeat(16)}\nSmol-Record: ${'b'.repeat(40)}\nSmol-Run: https://x.example`,
      ),
    ),
  ),
  (text) => ({
    comment: readMarker(text),
    trailers: readTrailers(text),
    amended: amendComment(text, STOPPED),
  }),
  ({ comment, trailers, amended }, text) => {
    if (comment !== null) assert.equal(text.split(/\r?\n/)[0], marker(comment));
    assert.equal(amended.split('\n')[0], text.split('\n')[0]);
    if (trailers === null) return;
    assert.match(trailers.key, /^[0-9a-f]{16}$/);
    assert.match(trailers.record, /^[0-9a-f]{40}$/);
    assert.ok(trailers.issueNumber === null || Number.isInteger(trailers.issueNumber));
  },
);

function readIfAllowed(text: string): ReturnType<typeof readPlan> | null {
  try {
    return readPlan(text, { protectedPaths: [], maxFiles: 100, refusePath: undefined });
  } catch (error) {
    if (error instanceof TooManyFilesError) return null;
    throw error;
  }
}

const plans = target('plan', hostileOrLong, readIfAllowed, (read) => {
  if (read === null || 'unreadable' in read) return;
  assert.ok(read.files.length > 0 && read.files.length <= 100);
  const seen = new Set<string>();
  for (const { path, setAside } of read.files) {
    if (setAside === null) assertSafePath(path);
    const folded = path.normalize('NFC').toLowerCase();
    assert.ok(!seen.has(folded), path);
    seen.add(folded);
  }
});

const paths = target(
  'paths',
  fc.array(fc.oneof(hostileText, fc.stringMatching(/^[.\w/ ~-]{1,20}$/)), { maxLength: 8 }),
  (list) => selectPaths(list, { protectedPaths: [] }),
  (verdicts, list) => {
    assert.equal(verdicts.length, list.length);
    for (const verdict of verdicts) if (verdict.kind === 'write') assertSafePath(verdict.path);
  },
);

const replies = target(
  'reply for a file',
  fc.tuple(hostileOrLong, fc.constantFrom('a.js', 'README.md', 'a.bat', '__init__.py')),
  ([text, path]) => checkContent(unwrap(text, path), path),
  (verdict, [, path]) => {
    if (verdict.kind === 'rejected') return;
    // A second byte order mark, and the first of two carriage returns, are content.
    if (!/^\ufeff|\r\r/.test(verdict.content)) assert.deepEqual(checkContent(verdict.content, path), verdict);
    assert.ok(verdict.content.isWellFormed() && !verdict.content.includes('\0'));
  },
);

const LINE = fc.constantFrom('a', 'b', '', ' a', '=======', '<<<<<<< HEAD', '>>>>>>> REPLACE', '\r');
const BLOCK = fc
  .tuple(fc.array(LINE, { maxLength: 3 }), fc.array(LINE, { maxLength: 3 }))
  .map(([search, replace]) =>
    ['<<<<<<< SEARCH', ...search, '=======', ...replace, '>>>>>>> REPLACE'].join('\n'),
  );

const edits = target(
  'edits of a file',
  fc.tuple(
    fc.oneof(damaged(fc.array(BLOCK).map((blocks) => blocks.join('\n'))), hostileOrLong),
    fc.oneof(
      fc.array(LINE).map((lines) => lines.join('\n')),
      hostileOrLong,
    ),
  ),
  ([reply, content]) => {
    const read = readEdits(reply);
    return read.kind === 'edits' ? { edits: read.edits, made: applyEdits(content, read.edits) } : null;
  },
  (edited, [, content]) => {
    if (edited?.made.kind !== 'applied') return;
    const lines = new Set(edited.edits.flatMap(({ search }) => search.map((line) => line.trimEnd())));
    const ends = content.includes('\n') ? /\r?\n/ : /\r/;
    const all = content.replace(/^\ufeff/, '').split(ends);
    const kept = all.filter((line) => !lines.has(line.trimEnd()));
    let at = 0;
    for (const line of kept) {
      at = edited.made.content.indexOf(line, at);
      assert.notEqual(at, -1, line);
    }
  },
);

const json = target('JSON of a model', damaged(fc.oneof(fc.json(), hostileOrLong)), parseReply, (parsed) => {
  assert.equal(Object.getOwnPropertyNames(Object.prototype).length, MEMBERS);
  if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null) return;
  assert.equal(Object.hasOwn(parsed.value, '__proto__'), false);
});
const MEMBERS = Object.getOwnPropertyNames(Object.prototype).length;

const manifest = fc
  .record(
    {
      scripts: fc.dictionary(
        fc.oneof(fc.constantFrom('test', 'start', 'dev', 'postinstall', '__proto__'), hostileText),
        fc.oneof(hostileText, fc.jsonValue()),
      ),
      dependencies: fc.oneof(fc.dictionary(hostileText, hostileText), fc.jsonValue()),
      packageManager: fc.oneof(hostileText, fc.constant('pnpm@9'), fc.jsonValue()),
    },
    { requiredKeys: [] },
  )
  .map((value) => JSON.stringify(value));
const toml = hostileText.map(
  (text) =>
    `[project]\nname = "x"\ndependencies = ["${text.replaceAll('\n', ' ')}"]\n[dependencies]\n${text}\na = { git = "${text}" }\n`,
);
const MANIFESTS = [
  'package.json',
  'pyproject.toml',
  'requirements.txt',
  'go.mod',
  'Cargo.toml',
  'Makefile',
  'Dockerfile',
  'compose.yml',
  'index.html',
  'main.py',
];
const apps = target(
  'app to run',
  fc.array(
    fc.tuple(
      fc.oneof(fc.constantFrom(...MANIFESTS, ...MANIFESTS.map((name) => `api/${name}`)), hostileText),
      fc.oneof(hostileOrLong, damaged(manifest), damaged(toml)),
    ),
    { maxLength: 6 },
  ),
  (files) => {
    const manifests = readManifests(new Map(files));
    const made = files.map(([path]) => file(path));
    return { ...howToRun(new Map(files)), body: pullRequestBody(view({ manifests, files: made })) };
  },
  ({ commands, test, note, body }) => {
    assert.ok(body.length <= 60_000);
    assertInert(body, ['/pull/1', '#12', 'Closes #12']);
    for (const line of [...commands, test ?? '', note ?? '']) {
      assert.doesNotMatch(line, /[\n\r`;<>|]|\$\(/);
      assertVisible(line);
    }
  },
);

/** What reads a single text, of a person, a model or a repository. */
export const TEXTS_READ: readonly Target[] = [
  issues,
  shown,
  pages,
  back,
  plans,
  paths,
  replies,
  edits,
  json,
  apps,
];
