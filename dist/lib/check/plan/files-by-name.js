/** Finds the file of a plan that a word means: by its path, by its name, or as a module of Python. */
export class FilesByName {
    #paths = new Map();
    constructor(paths) {
        for (const path of paths) {
            const parts = path.split('/');
            const stem = path.replace(/\.[^./]+$/, '');
            const module = stem.replace(/\/__init__$/, '').replaceAll('/', '.');
            const names = new Set([
                path,
                `/${path}`,
                `./${path}`,
                parts.at(-1) ?? '',
                stem,
                stem.split('/').at(-1) ?? '',
            ]);
            if (path.endsWith('.py'))
                for (const name of [module, module.replace(/^[^.]+\./, '')])
                    names.add(name);
            for (const name of names)
                this.#add(name, path);
        }
        // A path in full is meant, whatever else ends so.
        for (const path of paths)
            this.#paths.set(path, path);
    }
    #add(name, path) {
        if (name.length > 1)
            this.#paths.set(name, this.#paths.has(name) && this.#paths.get(name) !== path ? null : path);
    }
    find(word) {
        const name = word.trim().replace(/[:,.]$/, '');
        // `App.store`: a part of a global object is called as its file.
        const part = /^[A-Z]\w*\.(\w+)$/.exec(name)?.[1] ?? '';
        return this.#paths.get(name) ?? this.#paths.get(part) ?? null;
    }
}
