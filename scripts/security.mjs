// Writes the tables of docs/security.md: each requirement of docs/security.yml with the tests that prove it, which are
// those whose names begin with its number. In the folder where it is started:
//   npm run security
// With --check it writes nothing, and exits with 1 when a table is stale. Either way it exits with 1 when a
// requirement has neither a test nor a sentence, or when a test names a requirement that there is not.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const DOCUMENT = 'docs/security.md';
const BEGIN = '<!-- requirements: made by scripts/security.mjs -->\n';
const END = '<!-- /requirements -->';

const sections = parse(readFileSync('docs/security.yml', 'utf8'));
const requirements = new Map(sections.flatMap((section) => Object.entries(section.requirements).map(read)));
const tests = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .sort()
  .flatMap((name) => testsIn(`test/${name.replaceAll('\\', '/')}`));

const problems = [
  ...[...requirements]
    .filter(([number, { instead }]) => instead === undefined && testsOf(number).length === 0)
    .map(
      ([number]) =>
        `${number} has neither a test whose name begins with it nor a sentence in docs/security.yml.`,
    ),
  ...tests.flatMap(({ file, numbers, name }) =>
    numbers
      .filter((number) => !requirements.has(number))
      .map((number) => `${file}: there is no ${number}, which "${name}" names.`),
  ),
];
const document = readFileSync(DOCUMENT, 'utf8');
const written = put(document, `${sections.map(table).join('\n\n')}\n\n${names()}`);
if (written === document) {
  console.log(`The tables of ${DOCUMENT} are those of the tests.`);
} else if (process.argv.includes('--check')) {
  problems.push(
    `The tables of ${DOCUMENT} are not those of the tests: run "npm run security" and commit it.`,
  );
} else {
  writeFileSync(DOCUMENT, written);
  console.log(`${DOCUMENT} has the tables of the tests now.`);
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

/** A requirement is a sentence, or that and why it does not apply, or that and what is to be said of it. */
function read([number, value]) {
  const { holds, instead, note, ...rest } = typeof value === 'string' ? { holds: value } : value;
  if (!/^S\d+$/.test(number) || typeof holds !== 'string' || Object.keys(rest).length > 0)
    throw new Error(`docs/security.yml: ${number} cannot be read.`);
  return [number, { holds, instead, note }];
}

/** The tests of a file that name requirements: `test('S1 S2 …')`, `test.each(…)('S1 …')`, in any quotes. */
function testsIn(file) {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/\(\s*(['"`])(S\d+(?:[\s,/]+S\d+)*)[:,]?\s+((?:(?!\1)[^\\]|\\[\s\S])*)\1/g)]
    .filter((match) => isTest(text.slice(0, match.index)))
    .map(([, , numbers, name]) => ({ file, numbers: numbers.match(/S\d+/g), name: readable(name) }));
}

/** Whether a name in brackets is that of a test that runs: `test(`, or `test.each(…)(`, whose statement begins a line. */
function isTest(before) {
  const called = /(?<![\w.])(\w+)(?:\.(\w+))?$/.exec(before) ?? [];
  const statements = before.matchAll(/^[ \t]*(\w+)\.(each|for|skipIf|runIf)\b/gm);
  const [, name, kind] = before.endsWith(')') ? ([...statements].at(-1) ?? []) : called;
  return ['test', 'it'].includes(name) && !['skip', 'todo'].includes(kind);
}

/** A name as a person reads it: what differs from case to case is an ellipsis. */
function readable(name) {
  return name
    .replace(/\\(.)/g, '$1')
    .replace(/\$\{[^}]*\}|\$[\w.]+|%[sdifjoO#$]/g, '…')
    .replace(/[…:,\s]+…/g, ' …')
    .replace(/[:,\s]*…$/, '')
    .trim();
}

function testsOf(number) {
  return tests.filter(({ numbers }) => numbers.includes(number));
}

/** The text with other tables between its two comments. */
function put(text, tables) {
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${DOCUMENT} lacks ${BEGIN.trim()} … ${END}.`);
  return `${text.slice(0, from + BEGIN.length)}\n${tables}\n\n${text.slice(to)}`;
}

function table({ title, requirements: own }) {
  const rows = Object.entries(own).map((entry) => {
    const [number, { holds, instead, note }] = read(entry);
    const says = [holds, note].filter((text) => text !== undefined).map(cell);
    const proof = instead === undefined ? filesOf(number) : [...filesOf(number), cell(instead)];
    return `| ${number} | ${says.join(' ')} | ${proof.join('<br>')} |`;
  });
  return [`### ${title}`, '', '| | what holds | proved by |', '|---|---|---|', ...rows].join('\n');
}

/** Each file with tests of a requirement, and how many there are. */
function filesOf(number) {
  const counts = new Map();
  for (const { file } of testsOf(number)) counts.set(file, (counts.get(file) ?? 0) + 1);
  return [...counts].map(([file, count]) => {
    const short = file.replace(/^test\//, '').replace(/\.test\.ts$/, '');
    return `[${short}](../${file})${count === 1 ? '' : ` ×${count}`}`;
  });
}

/** All tests by their names, folded: the list is long. */
function names() {
  const lines = [...requirements.keys()].flatMap((number) => {
    const own = testsOf(number);
    return own.length === 0
      ? []
      : [`- **${number}**`, ...own.map(({ name }) => `  - ${escaped(name) || 'each row of a table'}`)];
  });
  return `<details>\n<summary>The tests by their names</summary>\n\n${lines.join('\n')}\n\n</details>`;
}

function cell(text) {
  return text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');
}

/** Words of a test's name as text: names of markup are part of many. */
function escaped(text) {
  return cell(text).replace(/[\\*_<>[\]#@]/g, '\\$&');
}
