import { type Block, flexible } from './fit.js';
import { formatNumber } from './format.js';
import type { Dependency, Manifest } from './manifests.js';
import { codeSpan, cut, fold, link, oneLine, quote, shorten } from './markdown.js';
import { finishedFiles } from './run-state.js';
import { limited, pathSpan } from './sections.js';
import type { RunView } from './view.js';

/** More dependencies are shown behind a click. */
const OPEN = 20;
/** Longest name, version and command that are shown whole, in code points. */
const SHOWN = { name: 80, version: 60, command: 200 } as const;

/**
 * What installing the app brings along and runs: a warning of commands that run by themselves and of packages
 * from elsewhere, then the dependencies. Nothing for an app without any.
 */
export function dependencies(view: RunView, givesWay: number): readonly Block[] {
  const committed = new Set(finishedFiles(view).map(({ path }) => path));
  const manifests = view.manifests.filter(({ path }) => committed.has(path));
  const warning = [...hookLines(manifests), ...elsewhereLines(manifests)].join('\n\n');
  const alert = warning === '' ? '' : quote(`[!WARNING]\n${warning}`);
  const all = manifests.flatMap((manifest) => manifest.dependencies);
  const more = `… and more, in the ${link('run summary', view.runUrl)}.`;
  const warned = flexible(givesWay, alert, (room) => cut(alert, Math.max(more.length, room), more));
  if (all.length === 0) return [warned];
  const list = limited(manifests.flatMap(sectionLines)).join('\n');
  const title = `${replacesOne(view, manifests) ? 'Dependencies' : 'New dependencies'}: ${formatNumber(all.length)}`;
  const framed = (body: string) => (all.length > OPEN ? fold(title, body) : `**${title}**\n\n${body}`);
  const frame = framed('').length;
  return [
    warned,
    flexible(givesWay, framed(list), (room) => framed(cut(list, Math.max(more.length, room - frame), more))),
  ];
}

/** Where our manifest takes the place of another, not everything in it is new. */
function replacesOne({ files }: RunView, manifests: readonly Manifest[]): boolean {
  return files.some(({ path, replaces }) => replaces && manifests.some((manifest) => manifest.path === path));
}

function hookLines(manifests: readonly Manifest[]): readonly string[] {
  const lines = manifests.flatMap(({ path, hooks }) =>
    hooks.map(({ name, command }) => {
      const at = name === '' ? '' : `, ${codeSpan(shorten(oneLine(name), SHOWN.name))}`;
      const runs = command === null ? '' : `: ${codeSpan(shorten(oneLine(command), SHOWN.command))}`;
      return `- ${pathSpan(path)}${at}${runs}`;
    }),
  );
  if (lines.length === 0) return [];
  return [
    [
      '**Runs by itself when the app is installed, built or published.** Read it first:',
      '',
      ...limited(lines),
    ].join('\n'),
  ];
}

function elsewhereLines(manifests: readonly Manifest[]): readonly string[] {
  const lines = manifests.flatMap((manifest) =>
    manifest.dependencies
      .filter(({ isElsewhere }) => isElsewhere)
      .map((dependency) => `- ${pathSpan(manifest.path)}: ${dependencySpan(dependency)}`),
  );
  if (lines.length === 0) return [];
  return [['**Comes from elsewhere than its name says:**', '', ...limited(lines)].join('\n')];
}

/** Parts that need no name: what the app itself needs. */
const USUAL = new Set(['dependencies', 'requirements', 'require', 'gem']);

/** One line for each part of a manifest. */
function sectionLines({ path, dependencies: all }: Manifest): readonly string[] {
  return [...new Set(all.map(({ section }) => section))].map((section) => {
    const own = all.filter((dependency) => dependency.section === section);
    const spans = limitedSpans(own.map(dependencySpan));
    const part = USUAL.has(section) ? '' : `, ${codeSpan(shorten(oneLine(section), SHOWN.name))}`;
    return `- ${pathSpan(path)}${part}: ${spans}`;
  });
}

/** Most of one part of a manifest that are shown. */
const SPANS = 100;

function limitedSpans(spans: readonly string[]): string {
  const more = spans.length - SPANS;
  return [...spans.slice(0, SPANS), ...(more > 0 ? [`… and ${formatNumber(more)} more`] : [])].join(', ');
}

function dependencySpan({ name, version }: Dependency): string {
  const words = [shorten(oneLine(name), SHOWN.name), shorten(oneLine(version), SHOWN.version)];
  return codeSpan(words.filter((word) => word !== '').join(' '));
}
