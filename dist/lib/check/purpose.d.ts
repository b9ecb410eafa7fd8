/** What a file is there for: `sample` need not work where it stands, `apart` runs for those who make the app. */
export declare function purposeOf(path: string): 'source' | 'apart' | 'sample';
