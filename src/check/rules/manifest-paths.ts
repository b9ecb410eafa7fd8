import type { App } from '../app.js';
import { at, entriesOf, lineWith, textsOf } from '../data/access.js';
import type { Finding, Severity } from '../finding.js';
import {
  folderOf,
  foldersAbove,
  isFurtherDown,
  isMade,
  join,
  pathOfAddress,
  rootCandidates,
} from '../page/paths.js';
import { type Site, siteOf } from '../page/site.js';
import { code } from '../words.js';

/** A file that a manifest names. */
type Named = { readonly what: string; readonly address: string; readonly severity: Severity };

/** The files that a manifest of a browser extension or a web app names are there. */
export function manifestPaths(app: App, path: string, data: unknown): readonly Finding[] {
  const isExtension = at(data, 'manifest_version') !== undefined;
  const site = siteOf(app);
  const later = new Set((app.plan?.files ?? []).map((file) => file.path));
  const told = new Set<string>();
  return (isExtension ? ofExtension(data) : ofWebApp(data)).flatMap((named): Finding[] => {
    const candidates = candidatesOf(path, named.address, isExtension);
    const [likely] = candidates;
    if (likely === undefined || told.has(named.address)) return [];
    if (candidates.some((each) => isThere(site, each) || later.has(each))) return [];
    told.add(named.address);
    const finding = missing(app, site, path, named, candidates);
    return finding === null ? [] : [finding];
  });
}

/** Whether a file or a folder is there, or may be: a link in its place leads where nobody sees. */
function isThere({ paths: { all, folders } }: Site, path: string): boolean {
  return folders.has(path) || all.has(path) || foldersAbove(folderOf(path)).some((folder) => all.has(folder));
}

function candidatesOf(path: string, address: string, isExtension: boolean): readonly string[] {
  const wanted = address.includes('*') ? null : pathOfAddress(address);
  if (wanted === null || wanted.replace(/^[./]+/, '') === '') return [];
  const folder = folderOf(path);
  if (!isExtension && wanted.startsWith('/')) return rootCandidates(folder, wanted);
  return [join(folder, wanted.replace(/^\/+/, ''))].flatMap((each) => each ?? []);
}

function missing(
  app: App,
  site: Site,
  path: string,
  { what, address, severity }: Named,
  candidates: readonly string[],
): Finding | null {
  const [likely = ''] = candidates;
  const text = app.files.get(path);
  const line = lineWith(text, `"${address}"`) ?? lineWith(text, '"default_locale"');
  const common = { rule: 'references', path, line } as const;
  const written = candidates.flatMap((each) => site.paths.byLetters.get(each.toLowerCase()) ?? [])[0];
  if (written !== undefined) {
    const message = `${code(path)} names ${code(address)} as ${what}, and the file is called ${code(written)}: upper and lower case make a difference.`;
    return { ...common, severity: severity === 'error' ? 'error' : 'warning', message, offers: null };
  }
  // A build puts its own files beside, and writes a manifest of its own.
  if (site.isBuilt || isMade(site.paths, likely) || isFurtherDown(site.paths, address)) return null;
  const near = site.paths.byName.get(likely.slice(likely.lastIndexOf('/') + 1))?.[0];
  return {
    ...common,
    severity,
    message: `${code(path)} names ${code(address)} as ${what}, and there is no such file.`,
    offers: near === undefined ? null : `There is ${code(near)}.`,
  };
}

/** What an extension is made of: without a script or a page of it no browser loads it. */
function ofExtension(data: unknown): readonly Named[] {
  const all: Named[] = [];
  const add = (severity: Severity, what: string, ...values: readonly unknown[]): void => {
    for (const value of values)
      for (const address of textsOf(value))
        if (!/^\w+:|^__MSG_/.test(address)) all.push({ what, address, severity });
  };
  add('error', 'its service worker', at(data, 'background', 'service_worker'));
  add('error', 'a background script', at(data, 'background', 'scripts'));
  add('error', 'its background page', at(data, 'background', 'page'));
  for (const script of listOf(at(data, 'content_scripts'))) {
    add('error', 'a content script', at(script, 'js'));
    add('error', 'a style for pages', at(script, 'css'));
  }
  for (const kind of ['action', 'browser_action', 'page_action']) {
    add('error', 'its popup', at(data, kind, 'default_popup'));
    add('warning', 'an icon', ...imagesIn(at(data, kind, 'default_icon')));
  }
  add('warning', 'an icon', ...imagesIn(at(data, 'icons')));
  add('error', 'its page of options', at(data, 'options_page'), at(data, 'options_ui', 'page'));
  add('error', 'its page for developers', at(data, 'devtools_page'));
  add(
    'error',
    'its side panel',
    at(data, 'side_panel', 'default_path'),
    at(data, 'sidebar_action', 'default_panel'),
  );
  add(
    'error',
    'a page of the browser',
    ...entriesOf(at(data, 'chrome_url_overrides')).map(([, value]) => value),
  );
  add(
    'error',
    'a list of rules',
    ...listOf(at(data, 'declarative_net_request', 'rule_resources')).map((each) => at(each, 'path')),
  );
  add('warning', 'a page in a sandbox', at(data, 'sandbox', 'pages'));
  for (const part of listOf(at(data, 'web_accessible_resources')))
    add('warning', 'a file for pages', part, at(part, 'resources'));
  const language = at(data, 'default_locale');
  if (typeof language === 'string') add('error', 'its texts', `_locales/${language}/messages.json`);
  return all;
}

/** What a web app shows of itself: the page works without. */
function ofWebApp(data: unknown): readonly Named[] {
  const shortcuts = listOf(at(data, 'shortcuts'));
  const images = [data, ...shortcuts].flatMap((each) => [
    ...listOf(at(each, 'icons')),
    ...listOf(at(each, 'screenshots')),
  ]);
  const pages = [at(data, 'start_url'), ...shortcuts.map((each) => at(each, 'url'))];
  return [
    ...images.flatMap((image) =>
      textsOf(at(image, 'src')).map(
        (address) => ({ what: 'an image', address, severity: 'warning' }) as const,
      ),
    ),
    ...pages
      .flatMap(textsOf)
      .filter((address) => /\.html?(?:[?#].*)?$/.test(address))
      .map((address) => ({ what: 'a page to start with', address, severity: 'warning' }) as const),
  ];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** One image, or several by their sizes. */
function imagesIn(value: unknown): readonly unknown[] {
  return typeof value === 'string' ? [value] : entriesOf(value).map(([, each]) => each);
}
