/**
 * Parts of `chrome` and `browser` that are there only for who asks for a permission, with those of which one is enough.
 *
 * From https://developer.chrome.com/docs/extensions/reference/permissions-list and, for `menus` and the like,
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/permissions
 */
export declare const PERMISSIONS: ReadonlyMap<string, readonly string[]>;
/** Members that need a permission of their own, whatever the rest of their part needs. */
export declare const MEMBER_PERMISSIONS: ReadonlyMap<string, string>;
/** Parts that are there for who has an entry of that name in the manifest. */
export declare const ENTRIES: ReadonlyMap<string, string>;
/**
 * Parts that scripts in other people's pages never have: they have `runtime`, `storage`, `i18n` and little else, by
 * https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts
 */
export declare const NOT_IN_PAGES: ReadonlySet<string>;
