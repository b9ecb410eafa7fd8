import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/check/finding.js';
import { printReport, type Report } from '../../src/terminal/check-report.js';

const FINDING: Finding = {
  rule: 'imports',
  severity: 'error',
  path: 'js/app.js',
  line: 12,
  message: '`js/app.js` imports `a` from `./b.js`, which has none.',
  offers: '`js/b.js` exports `c`.',
};

function report(...findings: readonly Partial<Finding>[]): Report {
  return {
    folder: '.',
    place: (path) => path,
    findings: findings.map((finding) => ({ ...FINDING, ...finding })),
    looked: new Map([['imports', 2]]),
    files: 1_234,
    skipped: [],
    plan: null,
    milliseconds: 83.7,
  };
}

describe('the report in words', () => {
  test('names file, line, severity, sentence and rule, and what the other side offers', () => {
    expect(printReport(report({}), 'text', false)).toBe(
      'js/app.js:12: error: `js/app.js` imports `a` from `./b.js`, which has none. [imports]\n' +
        '  `js/b.js` exports `c`.\n\n1 error in 1,234 files, 84 ms.\n',
    );
  });

  test('keeps files apart, and counts', () => {
    const more = { severity: 'warning', line: null, offers: null } as const;
    const text = printReport(report({}, more, { ...more, path: 'x.js', severity: 'note' }), 'text', false);
    expect(text).toContain('exports `c`.\njs/app.js: warning: ');
    expect(text).toContain('[imports]\n\nx.js: note: ');
    expect(text).toMatch(/1 error, 1 warning, 1 note in 1,234 files, 84 ms\.\n$/);
  });

  test('says when there is nothing, and which plan was read', () => {
    expect(printReport(report(), 'text', false)).toBe('Nothing found in 1,234 files, 84 ms.\n');
    expect(printReport({ ...report(), plan: 'shared_deps.md' }, 'text', false)).toBe(
      'Nothing found in 1,234 files and the plan in shared_deps.md, 84 ms.\n',
    );
  });

  test('names twenty files that were not looked into, and counts the rest', () => {
    const skipped = Array.from({ length: 23 }, (_, at) => ({ path: `${at}.js`, reason: 'it is too large' }));
    const text = printReport({ ...report(), skipped }, 'text', false);
    expect(text).toContain('19.js: not looked into: it is too large.\n3 more were not looked into.\n');
  });

  test('has colours where they are wanted', () => {
    const text = printReport(report({}), 'text', true);
    expect(text).toContain('\u001b[31merror:\u001b[39m');
  });

  test('acts on nothing: neither a terminal nor a runner', () => {
    const path = '::stop-commands::x\u001b[2J.js';
    const text = printReport(
      report({ path, message: 'a ##[error]b\n::error::c', offers: '::error::d' }),
      'text',
      false,
    );
    expect(text).not.toMatch(/^\s*::|##\[|\p{Cc}(?<!\n)/mu);
  });
});

describe('the report as workflow commands', () => {
  test('has one for each finding', () => {
    expect(printReport(report({}, { severity: 'note', line: null, offers: null }), 'github', true)).toBe(
      '::error file=js/app.js,line=12,title=smol check%3A imports::`js/app.js` imports `a` from `./b.js`, which has none.%0A`js/b.js` exports `c`.\n' +
        '::notice file=js/app.js,title=smol check%3A imports::`js/app.js` imports `a` from `./b.js`, which has none.\n' +
        '1 error, 1 note in 1,234 files, 84 ms.\n',
    );
  });

  test('is escaped, and stays one line', () => {
    const hostile = {
      path: 'a,b:c%\n::error::.js',
      message: '100%\r\n::error::x %0A ##[error]y',
      offers: null,
    };
    const lines = printReport(report(hostile), 'github', false).trimEnd().split('\n');
    expect(lines).toEqual([
      '::error file=a%2Cb%3Ac%25 %3A%3Aerror%3A%3A.js,line=12,title=smol check%3A imports::100%25 ::error::x %250A # #[error]y',
      '1 error in 1,234 files, 84 ms.',
    ]);
  });
});

describe('the report as JSON', () => {
  test('has the findings whole, and is the same for the same files', () => {
    const text = printReport(report({}), 'json', true);
    expect(JSON.parse(text)).toEqual({
      folder: '.',
      files: 1_234,
      plan: null,
      errors: 1,
      warnings: 0,
      notes: 0,
      findings: [FINDING],
      looked: { imports: 2 },
      skipped: [],
    });
    expect(printReport({ ...report({}), milliseconds: 1 }, 'json', false)).toBe(text);
  });

  test('has no character that a terminal acts on, and loses none', () => {
    const message = 'a\u009b2J\u202e\u{e0041}\ud800\u007f##[error]';
    const text = printReport(report({ message }), 'json', false);
    expect(text).not.toContain('##[');
    expect(text).not.toMatch(/[\u0080-\u009f\u202e\u007f]|\u{e0041}/u);
    expect(JSON.parse(text).findings[0].message).toBe(message);
  });
});
