/**
 * Files that are made and shown to a person, but not written to the branch (S37). Each of them acts on its
 * own: a machine runs it when the branch is pushed, an editor when the folder is opened, Git when it is
 * checked out, or another model takes it as an instruction. Matched in any letter case, at any depth.
 */
export const SET_ASIDE = [
    {
        globs: ['**/.github/**'],
        reason: 'GitHub acts on files in `.github` by itself, and refuses workflows from the default token',
    },
    {
        globs: [
            '**/.circleci/**',
            '**/.buildkite/**',
            '**/.gitlab-ci.{yml,yaml}',
            '**/.travis.{yml,yaml}',
            '**/azure-pipelines.{yml,yaml}',
            '**/bitbucket-pipelines.yml',
            '**/jenkinsfile',
            '**/.gitea/**',
            '**/.forgejo/**',
        ],
        reason: 'a build server would run it as soon as the branch is pushed',
    },
    // As folders too: `git fsck` rejects a tree where one of these names is no file.
    {
        globs: ['**/.gitmodules/**', '**/.gitattributes/**'],
        reason: 'it changes how Git checks out this repository',
    },
    {
        globs: ['**/.husky/**', '**/.githooks/**', '**/.pre-commit-config.yaml', '**/lefthook.{yml,yaml}'],
        reason: 'Git hooks run by themselves on the machine of whoever commits',
    },
    {
        globs: [
            '**/.vscode/{tasks,settings,mcp}.json',
            '**/.devcontainer/**',
            '**/.devcontainer.json',
            '**/.envrc',
        ],
        reason: 'it can start programs when somebody opens the folder',
    },
    { globs: ['**/codeowners'], reason: 'it decides who must review changes to this repository' },
    {
        globs: [
            '**/{agents,agent,claude,claude.local,gemini}.md',
            '**/.{agents,claude,codex,continue,cursor,gemini,kiro,roo,windsurf}/**',
            '**/.{cursorrules,windsurfrules}',
            '**/.clinerules/**',
            '**/.mcp.json',
            '**/.aider.conf.yml',
        ],
        reason: 'coding agents follow it as an instruction',
    },
    {
        globs: ['**/.npmrc', '**/.yarnrc', '**/.yarnrc.yml', '**/.pypirc'],
        reason: 'it decides where packages are fetched from, and often holds a password',
    },
    { globs: ['**/.env', '**/.env.!(*example|*sample|*template)'], reason: 'it is the place for secrets' },
];
