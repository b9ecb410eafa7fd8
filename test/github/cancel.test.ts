import { expect, test } from 'vitest';
import { Stop } from '../../src/github/api/stop.js';
import * as problems from '../../src/report/problems.js';
import { rehearse } from './rehearsal.js';

/** Moments of a run, each a request of it, up to the last one before the branch is made. */
const MOMENTS = [
  ['GET', /\/branches\/main$/, 1],
  ['GET', /\/permission$/, 1],
  ['POST', /\/reactions$/, 1],
  ['POST', /\/issues\/1\/comments$/, 1],
  ['POST', /\/pulls$/, 1],
  ['GET', /\/branches\/smol\/issue-1$/, 1],
  ['POST', /\/git\/trees$/, 1],
  ['GET', /\/git\/trees\//, 1],
  ['GET', /\/issues\/1$/, 1],
  ['POST', /\/git\/trees$/, 2],
  ['POST', /\/git\/commits$/, 1],
] as const;

test.each(MOMENTS)(
  'S58 a run that is cancelled at %s %s, number %i, has only last words left',
  async (...at) => {
    const [method, path, nth] = at;
    const { github, run } = await rehearse();
    const cancel = new AbortController();
    let made = 0;
    const before = () => {
      made = github.requests().length;
      cancel.abort(new Stop(problems.cancelled()));
    };
    github.fault({ method, path, nth, effect: { before } });
    const { outcome } = await run(cancel.signal);
    expect(outcome).toMatchObject({ status: 'failed', problem: problems.cancelled() });
    expect(made).toBeGreaterThan(0);

    // The step that was under way comes to its end: the two looks at who asks, or what makes the commit.
    const later = github.requests().slice(made + 1);
    const others = later.filter(
      (request) => !/\/reactions$|\/comments(?:$|\/)|\/git\/trees$/.test(request.path),
    );
    expect(others.length).toBeLessThan(2);
    expect(others.map((request) => request.path)).not.toContain('/repos/octo/app/git/refs');
    expect(later.length).toBeLessThanOrEqual(7);
    expect(await github.branches()).toEqual(['main']);
    const [comment, ...more] = await github.comments(1);
    expect(comment?.body).toContain('## Cancelled');
    expect(more).toEqual([]);
  },
);
