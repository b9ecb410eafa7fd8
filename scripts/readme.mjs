// Writes the tables of inputs and outputs in README.md from action.yml, in the folder where it is started:
//   npm run readme
// With --check it writes nothing, and exits with 1 when a table is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const { inputs, outputs } = parse(readFileSync('action.yml', 'utf8'));
const TABLES = {
  inputs: table(
    ['input', 'default', ''],
    Object.entries(inputs).map(([name, input]) => [`\`${name}\``, defaultOf(input), input.description]),
  ),
  outputs: table(
    ['output', ''],
    Object.entries(outputs).map(([name, output]) => [`\`${name}\``, output.description]),
  ),
};

const readme = readFileSync('README.md', 'utf8');
const written = Object.entries(TABLES).reduce((text, [name, rows]) => put(text, name, rows), readme);
if (written === readme) {
  console.log('The tables of README.md are those of action.yml.');
} else if (process.argv.includes('--check')) {
  console.error('The tables of README.md are not those of action.yml: run "npm run readme" and commit it.');
  process.exitCode = 1;
} else {
  writeFileSync('README.md', written);
  console.log('README.md has the tables of action.yml now.');
}

/** The text with a table between the two comments of its name. */
function put(text, name, rows) {
  const begin = `<!-- ${name}: made by scripts/readme.mjs -->\n`;
  const end = `<!-- /${name} -->`;
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md lacks ${begin.trim()} … ${end}.`);
  return `${text.slice(0, from + begin.length)}\n${rows}\n\n${text.slice(to)}`;
}

function table(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

/** A default as a reader understands it; the token's is an expression of the runner. */
function defaultOf({ default: value }) {
  if (value === undefined) return '';
  return /^\$\{\{ github\.token \}\}$/.test(value) ? 'the job’s own' : `\`${value}\``;
}
