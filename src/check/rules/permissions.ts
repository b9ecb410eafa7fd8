/**
 * Parts of `chrome` and `browser` that are there only for who asks for a permission, with those of which one is enough.
 *
 * From https://developer.chrome.com/docs/extensions/reference/permissions-list and, for `menus` and the like,
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/permissions
 */
export const PERMISSIONS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...(
    'alarms audio bookmarks browsingData certificateProvider contentSettings cookies debugger declarativeContent ' +
    'desktopCapture documentScan downloads fontSettings gcm history idle notifications offscreen pageCapture ' +
    'platformKeys power printerProvider printing privacy processes proxy readingList scripting search sessions ' +
    'sidePanel storage tabCapture tabGroups topSites tts ttsEngine userScripts vpnProvider wallpaper webNavigation ' +
    'webRequest'
  )
    .split(' ')
    .map((name) => [name, [name]] as const),
  ['contextMenus', ['contextMenus', 'menus']],
  ['menus', ['menus', 'contextMenus']],
  ['declarativeNetRequest', ['declarativeNetRequest', 'declarativeNetRequestWithHostAccess']],
  ['identity', ['identity', 'identity.email']],
]);

/** Members that need a permission of their own, whatever the rest of their part needs. */
export const MEMBER_PERMISSIONS: ReadonlyMap<string, string> = new Map([
  ['runtime.connectNative', 'nativeMessaging'],
  ['runtime.sendNativeMessage', 'nativeMessaging'],
]);

/** Parts that are there for who has an entry of that name in the manifest. */
export const ENTRIES: ReadonlyMap<string, string> = new Map([
  ['action', 'action'],
  ['browserAction', 'browser_action'],
  ['pageAction', 'page_action'],
  ['omnibox', 'omnibox'],
]);

/**
 * Parts that scripts in other people's pages never have: they have `runtime`, `storage`, `i18n` and little else, by
 * https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts
 */
export const NOT_IN_PAGES: ReadonlySet<string> = new Set(
  [...PERMISSIONS.keys(), ...ENTRIES.keys(), 'tabs', 'windows', 'commands', 'permissions'].filter(
    (name) => name !== 'storage',
  ),
);
