import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as yaml from 'yaml';
import * as z from 'zod';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');

const readme = read('README.md');
const Named = z.record(z.string(), z.object({ description: z.string() }));
const action = z.object({ inputs: Named, outputs: Named }).parse(yaml.parse(read('action.yml')));

const Workflow = z.object({
  on: z.object({ issues: z.object({ types: z.array(z.string()) }), workflow_dispatch: z.unknown() }),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      if: z.string(),
      'timeout-minutes': z.number(),
      concurrency: z.object({ group: z.string(), 'cancel-in-progress': z.boolean() }),
      permissions: z.record(z.string(), z.string()),
      steps: z.array(z.object({ uses: z.string(), with: z.record(z.string(), z.string()) })),
    }),
  ),
});
const snippets = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

describe('the README', () => {
  test.each([...Object.entries(action.inputs), ...Object.entries(action.outputs)])(
    'has %s in its tables as action.yml describes it',
    (name, { description }) => {
      const rows = readme.split('\n').filter((line) => line.startsWith(`| \`${name}\` |`));
      expect(rows.join('\n')).toContain(`${description} |`);
    },
  );

  describe('has a workflow to copy which', () => {
    const workflow = Workflow.parse(yaml.parse(snippets[0] ?? ''));
    const job = workflow.jobs.smol;

    test('asks for the three permissions that are needed, in the job, and none besides', () => {
      expect(workflow.permissions).toEqual({});
      expect(job?.permissions).toEqual({ contents: 'write', issues: 'write', 'pull-requests': 'write' });
    });

    test('never cancels a paid run, takes one run an issue, and ends some time', () => {
      expect(job?.concurrency).toMatchObject({ 'cancel-in-progress': false });
      expect(job?.concurrency.group).toContain('github.event.issue.number');
      expect(job?.['timeout-minutes']).toBeGreaterThan(20);
    });

    test('runs only for the label or by hand', () => {
      expect(workflow.on.issues.types).toEqual(['labeled']);
      expect(job?.if).toBe("github.event_name == 'workflow_dispatch' || github.event.label.name == 'smol'");
    });

    test('sets only inputs that there are, and puts nobody’s text into a shell', () => {
      for (const step of job?.steps ?? []) {
        expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)));
      }
      expect(snippets[0]).not.toContain('run:');
    });
  });
});
