/** Whether a path is there, as a file. */
export function has({ files, others }, path) {
    return files.has(path) || others.has(path);
}
