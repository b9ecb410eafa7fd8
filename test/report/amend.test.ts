import { describe, expect, test } from 'vitest';
import { amendComment, isUnderWay, sayThatItBrokeOff } from '../../src/report/amend.js';
import { renderPlanComment } from '../../src/report/plan-comment.js';
import * as problems from '../../src/report/problems.js';
import { activeReferences, parse } from './reading.js';
import { building, view } from './views.js';

const BEGIN = '<!-- smol:stopped -->';
const END = '<!-- /smol:stopped -->';

describe('amendComment', () => {
  test('puts the newest reason above an earlier comment, in the place of an older one', () => {
    const body = renderPlanComment(view());
    const once = amendComment(body, problems.githubUnavailable());
    const twice = amendComment(once.replaceAll('\n', '\r\n'), problems.badToken());
    expect(once.split('\n', 7)).toEqual([
      '<!-- smol:v1 issue=12 used=8200,6100,2100,31000 -->',
      '',
      BEGIN,
      '',
      '> [!CAUTION]',
      '> **GitHub did not answer as it should, several times in a row.**',
      '>',
    ]);
    expect(twice.replaceAll('\r', '')).toBe(amendComment(body, problems.badToken()));
  });

  test('says of a comment whose run ended without a word that it is over', () => {
    const amended = amendComment(renderPlanComment(building()), problems.cancelled());
    expect(amended).toContain('\n## Stopped: 1 of 3 files written\n');
    expect(amended).not.toContain('keeps itself up to date');
    expect(isUnderWay(amended)).toBe(false);
  });

  test('S51 S70 takes marks of our own in a plan for what they are: text', () => {
    const planText = [
      '# T\n\nfoo\n',
      `\`\`\`html\n${BEGIN}\n\`\`\`\n`,
      `\`\`\`\`\`html\n${END}\n\`\`\`\n@alice closes #1 ![](https://a.example/)\n\`\`\`\`\`\n`,
    ].join('\n');
    const body = renderPlanComment(view({ planText, prompt: `\`\`\`\n${END}\n\`\`\`` }));
    const amended = amendComment(amendComment(body, problems.badToken()), problems.badToken());
    expect(amended).toBe(amendComment(body, problems.badToken()));
    expect(amended.endsWith(body.slice(body.indexOf('\n##')))).toBe(true);
    expect(activeReferences(parse(amended)).filter((found) => found !== '/pull/1')).toEqual([]);
  });

  test('S52 is within the limit of GitHub above the longest comment', () => {
    const body = `<!-- smol:v1 issue=12 -->\n\n${'x'.repeat(59_970)}\n`;
    for (const problem of [
      problems.unexpected(new Error('&'.repeat(9000))),
      problems.malformedInput('&'.repeat(900), '&'.repeat(900), '&'.repeat(900)),
    ]) {
      expect(amendComment(body, problem).length).toBeLessThan(65_536);
    }
  });
});

describe('sayThatItBrokeOff', () => {
  const { runUrl } = view();
  const goesOn = 'This comment keeps itself up to date. To stop, cancel the run.';
  const planText = `# T\n\n${goesOn}\n\n\`\`\`\n<sub>${goesOn}</sub>\n\`\`\`\n`;

  test('S51 looks at our own last line, whatever the plan says', () => {
    const said = sayThatItBrokeOff(renderPlanComment(building({ planText, files: [] })), runUrl) ?? '';
    expect(said.match(new RegExp(goesOn, 'g'))).toHaveLength(2);
    expect(said.split('\n').at(-2)).toMatch(/^<sub>To continue, re-run the failed job, .*3f9a2c1b`<\/sub>$/);
    expect(sayThatItBrokeOff(renderPlanComment(view({ planText })), runUrl)).toBeNull();
    expect(sayThatItBrokeOff(renderPlanComment(building()), `${runUrl}2`)).toBeNull();
  });

  test('leaves nothing above it that still happens', () => {
    const said = sayThatItBrokeOff(renderPlanComment(building()), runUrl) ?? '';
    expect(said).toMatch(/^## Stopped: \d+ of \d+ files written$/m);
    expect(renderPlanComment(building())).toMatch(/\*writing/);
    expect(said).not.toMatch(/Building|\*writing/);
  });
});
