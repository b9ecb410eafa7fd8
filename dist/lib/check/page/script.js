import { browserCollector } from '../browser/browser.js';
import { purposeOf } from '../purpose.js';
import { ExportCollector } from '../script/exports.js';
import { GlobalCollector } from '../script/globals.js';
import { ImportCollector } from '../script/imports.js';
import { Names } from '../script/names.js';
import { parseScript } from '../script/parse.js';
import { visitAll } from '../script/walk.js';
/** Reads JavaScript or TypeScript, with JSX or without. */
export function readScript(path, text) {
    return readCode(path, text, 1);
}
/** Reads code that stands in a file of its own, or in a page from a line on. */
export function readCode(path, text, firstLine) {
    const { tree, broken } = parseScript(path, text, firstLine);
    if (broken.length > 0)
        return { broken: purposeOf(path) === 'sample' ? [] : broken };
    return tree === null ? {} : { scripts: [factsOf(path, tree)] };
}
function factsOf(path, tree) {
    const isModule = tree.program.sourceType === 'module';
    const names = new Names();
    const imports = new ImportCollector();
    const globals = new GlobalCollector();
    const exports = new ExportCollector(path);
    const browser = browserCollector();
    const collectors = [names, imports, exports, ...(isModule ? [] : [globals])];
    visitAll(tree.program, [...browser.visitors, ...collectors.map(({ visitors }) => visitors)]);
    return {
        isModule,
        browser: browser.finish(),
        imports: imports.finish(names),
        exports: exports.finish(names),
        globals: globals.finish(names),
    };
}
