import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.js';
import { type Files, page } from './apps.js';
import { planOf } from './plans.js';

/** A manifest of an extension, one entry a line. */
function manifest(entries: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ manifest_version: 3, name: 'a', version: '1', ...entries }, null, 1);
}

async function said(files: Files, plan: Parameters<typeof check>[0]['plan'] = null): Promise<string[]> {
  const { findings } = await check({ files: new Map(Object.entries(files)), plan });
  return findings
    .filter(({ rule }) => rule === 'references' || rule === 'calls')
    .map(({ severity, path, line, message }) => `${severity} ${path}:${line} ${message}`);
}

const POPUP = { action: { default_popup: 'popup.html' } };

describe('what an extension lacks is found', () => {
  test.each<[string, Files, string[]]>([
    [
      'files that its manifest names',
      {
        'manifest.json': manifest({
          background: { service_worker: 'background.js' },
          content_scripts: [{ matches: ['<all_urls>'], js: ['content.js'], css: ['content.css'] }],
          options_page: 'options.html',
          default_locale: 'en',
        }),
        'js/content.js': 'export {};',
      },
      [
        'error manifest.json:6 `manifest.json` names `background.js` as its service worker, and there is no such file.',
        'error manifest.json:14 `manifest.json` names `content.js` as a content script, and there is no such file.',
        'error manifest.json:17 `manifest.json` names `content.css` as a style for pages, and there is no such file.',
        'error manifest.json:21 `manifest.json` names `options.html` as its page of options, and there is no such file.',
        'error manifest.json:22 `manifest.json` names `_locales/en/messages.json` as its texts, and there is no such file.',
      ],
    ],
    [
      'a file in other letters',
      { 'manifest.json': manifest(POPUP), 'Popup.html': page('') },
      [
        'error manifest.json:6 `manifest.json` names `popup.html` as its popup, and the file is called `Popup.html`: upper and lower case make a difference.',
      ],
    ],
    [
      'an icon',
      { 'manifest.json': manifest({ icons: { 16: 'icons/16.png' } }) },
      ['warning manifest.json:6 `manifest.json` names `icons/16.png` as an icon, and there is no such file.'],
    ],
    [
      'a permission',
      {
        'manifest.json': manifest({ ...POPUP, permissions: ['alarms'] }),
        'popup.html': page('<script src="popup.js"></script>'),
        'popup.js': "chrome.storage.local.set({ a: 1 });\nchrome.alarms.create('a', {});",
      },
      [
        'error manifest.json:8 `popup.js` uses `chrome.storage.local`, and `manifest.json` does not ask for the permission `storage`.',
      ],
    ],
    [
      'the entry that a part of the browser needs',
      {
        'manifest.json': manifest({ background: { service_worker: 'background.js' } }),
        'background.js': "chrome.action.setBadgeText({ text: '1' });",
      },
      [
        'error manifest.json:1 `background.js` uses `chrome.action.setBadgeText`, and `manifest.json` has no entry `action`.',
      ],
    ],
    [
      'what is not there in the pages of others',
      {
        'manifest.json': manifest({ content_scripts: [{ matches: ['<all_urls>'], js: ['content.js'] }] }),
        'content.js': '\nchrome.tabs.query({}, show);',
      },
      ['error content.js:2 `content.js` runs in the pages of others, where there is no `chrome.tabs`.'],
    ],
    [
      'a page that scripts may be put into',
      {
        'manifest.json': manifest({
          background: { service_worker: 'background.js' },
          permissions: ['scripting'],
        }),
        'background.js': 'chrome.scripting.executeScript({ target, func });',
      },
      [
        'warning manifest.json:9 `manifest.json` asks for `scripting`, and for no page to use it on: neither `activeTab` nor `host_permissions`.',
      ],
    ],
    [
      'the use of a permission',
      {
        'manifest.json': manifest({
          background: { service_worker: 'background.js' },
          permissions: ['history'],
        }),
        'background.js': 'chrome.runtime.onInstalled.addListener(start);',
      },
      ['note manifest.json:9 `manifest.json` asks for the permission `history`, which nothing uses.'],
    ],
    [
      'images and pages of a web app',
      {
        'site.webmanifest': JSON.stringify(
          { start_url: 'start.html', icons: [{ src: '/icons/192.png', sizes: '192x192' }] },
          null,
          1,
        ),
      },
      [
        'warning site.webmanifest:2 `site.webmanifest` names `start.html` as a page to start with, and there is no such file.',
        'warning site.webmanifest:5 `site.webmanifest` names `/icons/192.png` as an image, and there is no such file.',
      ],
    ],
  ])('%s', async (_name, files, expected) => {
    expect(await said(files)).toEqual(expected);
  });
});

describe('nothing is said of', () => {
  const used = (
    script: string,
    entries: Readonly<Record<string, unknown>> = {},
    more: Files = {},
  ): Files => ({
    'manifest.json': manifest({ background: { service_worker: 'background.js' }, ...entries }),
    'background.js': script,
    ...more,
  });
  test.each<[string, Files]>([
    [
      'permissions of a part that a build puts in',
      {
        'manifest-mv3.json': manifest({ background: { service_worker: 'background.js' } }),
        'manifest.json': '{"permissions": ["storage"]}',
        'background.js': 'chrome.storage.sync.get(null, show);',
      },
    ],
    [
      'scripts of users that Firefox has an entry for',
      used('browser.userScripts.register({});', {
        manifest_version: 2,
        user_scripts: { api_script: 'background.js' },
      }),
    ],
    [
      'what is there',
      {
        'manifest.json': manifest({
          ...POPUP,
          background: { service_worker: '/js/background.js' },
          web_accessible_resources: [
            { resources: ['images/*.png', 'js/background.js'], matches: ['<all_urls>'] },
          ],
          permissions: ['storage', 'contextMenus'],
        }),
        'popup.html': page(''),
        'js/background.js': 'chrome.storage.sync.get(null, show);\nchrome.contextMenus.create({ id: "a" });',
      },
    ],
    [
      'parts that need no permission',
      used("chrome.tabs.query({}, show);\nchrome.runtime.getURL('a');\nchrome.i18n.getMessage('a');"),
    ],
    [
      'permissions that people are asked for later',
      used('chrome.history.search({}, show);', { optional_permissions: ['history'] }),
    ],
    [
      'parts that code looks for first',
      used('if (chrome.sidePanel) chrome.sidePanel.open({});\nchrome.offscreen?.hasDocument();'),
    ],
    [
      'the other name for menus',
      used("browser.menus.create({ id: 'a' });", { permissions: ['contextMenus'] }),
    ],
    [
      'extensions that are built',
      used(
        'start();',
        { options_page: 'options.html' },
        {
          'package.json': '{ "devDependencies": { "vite": "1" } }',
        },
      ),
    ],
    [
      'other manifests',
      { 'manifest.json': '{ "files": ["a.js"] }', 'a.js': 'chrome.history.search({}, show);' },
    ],
    [
      'code beside the extension',
      { ...used(''), 'extension/manifest.json': manifest({}), 'tests/a.js': 'chrome.history.search({});' },
    ],
    [
      'scripts of pages that are scripts of the background, too',
      {
        'manifest.json': manifest({
          content_scripts: [{ matches: ['<all_urls>'], js: ['both.js'] }],
          background: { service_worker: 'both.js' },
        }),
        'both.js': 'chrome.tabs.query({}, show);',
      },
    ],
    [
      'web apps whose files are there',
      { 'site.webmanifest': '{ "start_url": "/", "icons": [{ "src": "a.svg" }] }', 'a.svg': '<svg/>' },
    ],
  ])('%s', async (_name, files) => {
    expect(await said(files)).toEqual([]);
  });

  test('files behind a link to a folder', async () => {
    const files = new Map([['manifest.json', manifest({ options_page: 'options/options.html' })]]);
    const { findings } = await check({ files, others: new Set(['options']) });
    expect(findings).toEqual([]);
  });

  test('icons that the plan sets aside', async () => {
    const files = { 'manifest.json': manifest({ icons: { 16: 'icons/16.png' } }) };
    expect(await said(files, planOf('', ['manifest.json'], ['icons/16.png']))).toEqual([]);
  });
});
