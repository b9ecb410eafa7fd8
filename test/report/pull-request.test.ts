import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as problems from '../../src/report/problems.js';
import { commitMessage, pullRequestBody, pullRequestTitle } from '../../src/report/pull-request.js';
import { renderSummary } from '../../src/report/summary.js';
import { activeReferences, hostileMarkdown, parse, texts, walk } from './reading.js';
import { file, view } from './views.js';

describe('pullRequestTitle', () => {
  test.each([
    ['the title as people wrote it', 'A page for notes', 'A page for notes'],
    ['one line of it', ' A page\nfor  notes ', 'A page for notes'],
    ['nothing that acts', 'Fixes #3, thanks @alice', 'Fixes no. 3, thanks alice'],
    ['the title of the plan when there is none', '', 'Notes'],
  ])('is %s', (_, title, expected) => {
    expect(pullRequestTitle(view({ title }))).toBe(expected);
  });

  test('has 240 code points at most', () => {
    expect([...pullRequestTitle(view({ title: '😀'.repeat(300) }))]).toHaveLength(240);
  });

  test('names the issue when neither has a title', () => {
    expect(pullRequestTitle(view({ title: '', planText: '' }))).toBe('An app for issue 12');
  });
});

describe('commitMessage', () => {
  test('has a short subject, a line on its origin and the trailers last', () => {
    const trailers = { 'Smol-Issue': '12', 'Smol-Record': 'a'.repeat(40) };
    expect(commitMessage(view({ title: `Notes ${'x'.repeat(100)}` }), trailers)).toBe(
      `Notes ${'x'.repeat(65)}…\n\n3 files written by smol from issue 12.\n\nSmol-Issue: 12\nSmol-Record: ${'a'.repeat(40)}`,
    );
  });

  test('counts what is committed', () => {
    const files = [
      file('a'),
      file('b', { state: 'failed' }),
      file('c', { setAside: { reason: 'r', content: '' } }),
    ];
    expect(commitMessage(view({ files, issueNumber: null }), {})).toContain(
      '1 file written by smol from a prompt.',
    );
  });

  test('refers to nothing, whatever the title is', () => {
    fc.assert(
      fc.property(hostileMarkdown, (title) => {
        const [subject = '', , origin = ''] = commitMessage(view({ title }), { 'Smol-Issue': '12' }).split(
          '\n',
        );
        expect([...subject].length).toBeLessThanOrEqual(72);
        for (const value of [subject, origin]) expect(activeReferences({ type: 'text', value })).toEqual([]);
      }),
    );
  });
});

describe('pullRequestBody', () => {
  test('tells a reviewer everything about a run that went well', () => {
    expect(pullRequestBody(view())).toMatchInlineSnapshot();
  });

  test('tells what is missing, set aside and refused', () => {
    const files = [
      file('app.js', { replaces: true }),
      file('store.js', { state: 'failed', lines: null, failure: 'The model refused.' }),
      file('.github/workflows/ci.yml', {
        setAside: { reason: 'Workflows are protected.', content: 'on: push\n' },
      }),
    ];
    const problem = problems.filesFailed({ failed: ['store.js'], total: 3 });
    const refused = [{ path: '../x', reason: 'leaves the folder' }];
    const text = pullRequestBody(
      view({ phase: 'partial', files, problem, refused, hiddenTextRemoved: true }),
    );
    expect(text).toMatchInlineSnapshot();
  });

  test('closes nothing when there is no issue', () => {
    const text = pullRequestBody(view({ issueNumber: null }));
    expect(text).not.toMatch(/closes/i);
    expect(text.startsWith('<!-- smol:v1 -->\n')).toBe(true);
  });

  test('folds a long request', () => {
    expect(pullRequestBody(view({ prompt: 'line\n'.repeat(20) }))).toContain(
      '<summary>What the model was asked</summary>',
    );
  });

  test('draws no graph of more files than anyone can read', () => {
    const files = Array.from({ length: 26 }, (_, index) => file(`${index}.js`, { uses: ['0.js'] }));
    expect(pullRequestBody(view({ files }))).not.toContain('mermaid');
    expect(pullRequestBody(view({ files: files.slice(0, 25) }))).toContain('```mermaid\nflowchart LR');
  });

  test('stays in bounds however much there is, marker and footer whole', () => {
    const files = Array.from({ length: 1000 }, (_, index) =>
      file(`${'deep/'.repeat(200)}${index}.ts`, { description: 'x'.repeat(400) }),
    );
    const aside = file('ci.yml', { setAside: { reason: 'r', content: '`'.repeat(100_000) } });
    const huge = 'A word. '.repeat(20_000);
    const run = view({
      files: [...files, aside],
      planText: `# T\n\n${huge}\n\n## C\n\n${huge}`,
      prompt: huge,
    });
    const text = pullRequestBody(run);
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.startsWith('<!-- smol:v1 issue=12 -->\n\nCloses #12\n')).toBe(true);
    expect(text).toMatch(/review before merging\.<\/sub><br>\n<sub>.*3f9a2c1b`<\/sub>\n$/);
  });

  test('closes the one issue and lets nothing else act, whatever anyone wrote', () => {
    const words = hostileMarkdown;
    const run = fc.record({ planText: words, prompt: words, path: words, description: words, reason: words });
    fc.assert(
      fc.property(run, ({ planText, prompt, path, description, reason }) => {
        const files = [
          file(path, { description, uses: ['b'] }),
          file('b', { description, replaces: true }),
          file('c', { state: 'failed', failure: reason }),
          file(path, { setAside: { reason, content: prompt } }),
        ];
        const text = pullRequestBody(
          view({ files, planText, prompt, refused: [{ path, reason }], notes: [reason] }),
        );
        const tree = parse(text);
        expect(activeReferences(tree)).toEqual(['#12', 'Closes #12']);
        const nodes = walk(tree);
        expect(nodes.filter((node) => node.type === 'image' || node.type === 'definition')).toEqual([]);
        const tables = tree.children.filter((node) => node.type === 'table');
        expect(tables.at(0)?.children).toHaveLength(3);
        for (const row of tables.at(0)?.children ?? []) expect(row.children).toHaveLength(3);
        expect(texts(tree.children.at(-1))).toContain('Generated by smol; review before merging.');
      }),
      { numRuns: 500 },
    );
  });
});

describe('renderSummary', () => {
  test('has the headline, the report, the whole plan and the timeline', () => {
    const long = `# Notes\n\n## Contract\n\n${'All of it. '.repeat(10_000)}`;
    const text = renderSummary(view({ planText: long }));
    expect(text.startsWith('## [Pull request #13]')).toBe(true);
    expect(text).toContain('All of it. '.repeat(10_000).trim());
    expect(text).toContain('```mermaid\ngantt\n');
    expect(text).not.toContain('Closes');
  });

  test('lists the files of a dry run and misses none', () => {
    const files = [file('a.js', { state: 'waiting', lines: null, startedAt: null, endedAt: null })];
    const text = renderSummary(view({ phase: 'planned', files, pullRequest: null }));
    expect(text).toContain('| `a.js` |  | does its part |');
    expect(text).not.toContain('Missing');
  });

  test('is 900 kB at most, counted in bytes', () => {
    const text = renderSummary(view({ planText: `# T\n\n${'漢字\n'.repeat(400_000)}` }));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(900_000);
    expect(text).toContain('review before merging');
  });
});
