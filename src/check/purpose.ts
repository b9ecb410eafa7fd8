/** Folders whose files are there to be looked at, copied or filled in: what is in them need not work. */
const SAMPLES =
  /(?:^|\/)(?:__?fixtures?__?|fixtures?|templates?|tmpl|__?snapshots?__?|__testfixtures__|testdata|test-data|test-cases|testcases|samples?|code-samples?|examples?|demos?|docs?|documentation|sandbox|playgrounds?|vendor|vendors|third[-_]party|node_modules|bower_components|boilerplates?|stubs?|schematics|generators?|skeletons?|scaffolds?|cookbook|recipes|website|site-packages)\//i;

/** Files of tests, tools and settings: they run, but not where the app runs. */
const APART =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|spec|specs|e2e|cypress|playwright|bench|benchs?|benchmarks?|perf|scripts?|tools?|tooling|tasks|build|support|\.(?!well-known\/)[^/]+|config|configs|test-[^/]+|stories|webpack)\/|[._-](?:tests?|spec|bench|stories|story|config|conf|setup|e2e|cy|test-d)\.[cm]?[jt]sx?$|(?:^|\/)(?:\.[^/]+|setupTests|[^/]+[._-]config|gulpfile|gruntfile|rollup|karma|test|tests|bench|benchmark|example|examples|demo|build|webpack|jest-[^/]+|vitest-[^/]+)\.[cm]?[jt]sx?$/i;

/** What a file is there for: `sample` need not work where it stands, `apart` runs for those who make the app. */
export function purposeOf(path: string): 'source' | 'apart' | 'sample' {
  if (SAMPLES.test(path)) return 'sample';
  return APART.test(path) ? 'apart' : 'source';
}
