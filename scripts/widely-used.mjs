// Writes src/check/known/npm.json and src/check/known/pypi.json: names of widely used packages, and the newest major
// versions of those that many others declare. Run it after an update of npm-high-impact:
//   node scripts/widely-used.mjs NPM.tsv PYPI.tsv 2026-11
// The names of npm are those of `npm-high-impact`. What that package does not have stands in two tables, made in the
// month that is given, whose first lines name their columns: `name` and `version` of packages of npm, `name` and
// `rank_among_15000_most_downloaded` of packages of PyPI. Neither registry is asked: it is no catalogue to scan.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { npmHighImpact, npmTopDependents } from 'npm-high-impact';

/** Parts of other packages for one kind of machine: nobody declares them. */
const FOR_MACHINES = /(?:darwin|linux|win32|windows|freebsd|android|wasm32)(?:-|$)|-(?:x64|arm64|musl|gnu)$/;
/** Ranks of PyPI that are known. */
const MOST = 5_000;

const [npmTable, pypiTable, month] = process.argv.slice(2);
if (!/^\d{4}-\d{2}$/.test(month ?? ''))
  throw new Error('node scripts/widely-used.mjs NPM.tsv PYPI.tsv YYYY-MM');

write('npm', npmNames(new Map(columns(npmTable, 'name', 'version'))));
write('pypi', pypiNames(columns(pypiTable, 'name', 'rank_among_15000_most_downloaded')));

/** Names with majors, and scopes of which every package counts as known. */
function npmNames(versions) {
  const declared = new Set(npmTopDependents);
  const scopes = npmHighImpact.flatMap((name) => (name.startsWith('@') ? [`${name.split('/')[0]}/`] : []));
  const names = npmHighImpact
    .filter((name) => !FOR_MACHINES.test(name) && (!name.startsWith('@') || declared.has(name)))
    .map((name) => {
      const major = declared.has(name) ? /^(\d+)\./.exec(versions.get(name) ?? '')?.[1] : undefined;
      return major === undefined ? name : `${name}@${major}`;
    });
  return [...scopes, ...names];
}

function pypiNames(rows) {
  const ranked = rows.filter(([, rank]) => rank !== '' && Number(rank) <= MOST);
  return ranked.map(([name]) => name.replace(/[-_.]+/g, '-'));
}

function columns(path, ...wanted) {
  const [head, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const places = wanted.map((name) => head.split('\t').indexOf(name));
  if (places.includes(-1)) throw new Error(`${path} has no columns ${wanted.join(' and ')}.`);
  return lines.map((line) => places.map((place) => line.split('\t')[place] ?? ''));
}

/** A line for each first sign. In it, before each name, a capital: how many signs it begins with of the name before. */
function write(registry, names) {
  const sorted = [...new Set(names.map((name) => name.toLowerCase()))].sort();
  const lines = new Map();
  let before = '';
  for (const name of sorted) {
    const same = name[0] === before[0] ? sharedSigns(before, name) : 0;
    const coded = String.fromCharCode(65 + same) + name.slice(same);
    lines.set(name[0], (lines.get(name[0]) ?? '') + coded);
    before = name;
  }
  const file = fileURLToPath(new URL(`../src/check/known/${registry}.json`, import.meta.url));
  writeFileSync(file, `${JSON.stringify({ month, names: [...lines.values()] }, null, 2)}\n`);
  console.log(`${sorted.length} names of ${registry} written.`);
}

function sharedSigns(left, right) {
  let same = 0;
  while (same < 25 && same < left.length && left[same] === right[same]) same += 1;
  return same;
}
