import { describe, expect, test } from 'vitest';
import { OWN_END, readOwnPart } from '../../src/report/own-part.js';
import { pullRequestBody } from '../../src/report/pull-request.js';
import { view } from './views.js';

const OWN = pullRequestBody(view());

describe('the text of a pull request', () => {
  test('is ours as a whole where nobody wrote to it', () => {
    expect(readOwnPart(OWN)).toMatchObject({ mark: { issueNumber: 12 }, theirs: { above: '', below: '' } });
    expect(pullRequestBody(view(), OWN)).toBe(OWN);
  });

  test('keeps what people wrote above and below our part, whatever line ends GitHub gives it', () => {
    const body = `Seen by ann.\n\n${OWN}\n\n## Screenshots\n\nNone yet.`;
    expect(pullRequestBody(view(), body)).toBe(body);
    expect(pullRequestBody(view(), body.replaceAll('\n', '\r\n'))).toBe(
      `Seen by ann.\n\n${OWN}\n\n## Screenshots\r\n\r\nNone yet.`,
    );
  });

  test('has our part made anew', () => {
    const body = `${OWN.replace('Closes #12', 'Closes nothing')}\n\nBelow.`;
    expect(pullRequestBody(view(), body)).toBe(`${OWN}\n\nBelow.`);
  });

  test('is all ours where an earlier version left no end to it', () => {
    expect(pullRequestBody(view(), OWN.replace(OWN_END, ''))).toBe(OWN);
  });

  test('is nothing of ours without the mark', () => {
    expect(readOwnPart('Words.\n\nMore words.')).toBeNull();
    expect(pullRequestBody(view(), 'Words.')).toBe(`Words.\n\n${OWN}`);
    const marked = OWN.slice(OWN.indexOf('\n') + 1);
    expect(pullRequestBody(view(), `${marked}\n\nBelow.`)).toBe(`${OWN}\n\nBelow.`);
  });

  test('fits what GitHub takes, however much people wrote', () => {
    const theirs = 'x'.repeat(60_000);
    const body = pullRequestBody(view(), `${OWN}\n\n${theirs}`);
    expect(body.length).toBeLessThan(65_536);
    expect(body).toContain(theirs);
    expect(body).toContain('<!-- smol:v1 issue=12 -->');
  });

  test('S56 shows a line of a file that looks like the end of our part as any other', () => {
    const shown = `${OWN.replace(OWN_END, '')}\n\n\`\`\`\n${OWN_END}\n\`\`\`\n\n${OWN_END}\n\nBelow.`;
    expect(readOwnPart(shown)?.theirs.below).toBe('Below.');
  });
});
