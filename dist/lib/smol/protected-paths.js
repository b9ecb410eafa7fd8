const PACKAGE_SOURCES = [
    '**/{.npmrc,.yarnrc,.yarnrc.yml,.pypirc,pip.conf,nuget.config,.condarc,bunfig.toml}',
    '**/.yarn/{releases,plugins,sdks}/**',
    '**/{.,}pnpmfile.{cjs,mjs,js}',
    '**/.cargo/config{,.toml}',
    '**/.bundle/config',
];
const SECRETS = [
    '**/.env',
    '**/.env.!(*example|*sample|*template)',
    '**/{.netrc,.git-credentials,.htpasswd}',
    '**/.{ssh,aws}/**',
];
/** Keys and what programs keep of them: never shown to a model, but a person may well have some made for a test. */
const KEYS = [
    '**/id_{rsa,dsa,ecdsa,ed25519}',
    '**/*.{pem,key,p12,pfx,jks,keystore,tfstate,tfstate.backup,kdbx}',
    '**/{.pgpass,.my.cnf,.dockercfg}',
    '**/.{kube,docker,gnupg}/**',
];
/** Files that are not shown to a model, where they are there already. */
export const MAY_HOLD_SECRETS = [...PACKAGE_SOURCES, ...SECRETS, ...KEYS];
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
            '**/.{appveyor,cirrus,drone,gitlab-ci,semaphore,travis,woodpecker}.{yml,yaml}',
            '**/{appveyor,azure-pipelines,bitbucket-pipelines,bitrise,buildspec,cloudbuild,codemagic,wercker}.{yml,yaml}',
            '**/.{buildkite,circleci,forgejo,gitea,gitlab,semaphore,teamcity,woodpecker}/**',
            '**/jenkinsfile{,.*}',
        ],
        reason: 'a build server would run it as soon as the branch is pushed',
    },
    {
        globs: [
            '**/{.husky,.githooks,.git-hooks,.lefthook}/**',
            '**/.huskyrc{,.*}',
            '**/{.,}lefthook{,-local}.*',
            '**/{.pre-commit-config,.overcommit}.{yml,yaml}',
            '**/{captainhook,.simple-git-hooks,simple-git-hooks}.*',
        ],
        reason: 'Git hooks run by themselves on the machine of whoever commits',
    },
    // As folders too: `git fsck` rejects a tree where one of these names is no file.
    {
        globs: [
            '**/{.gitmodules,.gitattributes}/**',
            '**/{.gitconfig,.lfsconfig}',
            // Nobody but Git and its neighbours has folders of such names.
            '**/.git*/**/*',
        ],
        reason: 'it changes how Git checks out this repository',
    },
    {
        globs: [
            '**/.vscode/{tasks,settings,mcp,launch}.json',
            '**/*.{code-workspace,sublime-project}',
            '**/.{devcontainer,idea,vs,fleet,zed,codesandbox,direnv,mise}/**',
            '**/.devcontainer.json',
            '**/{.envrc,.gitpod.*,.replit}',
            '**/{.,}mise{,.*}.toml',
            '**/{.exrc,.nvimrc,.nvim.lua,.dir-locals.el}',
            '**/{.gdbinit,.lldbinit,.pdbrc,.irbrc,.pryrc,.rprofile}',
        ],
        reason: 'it can start programs when somebody opens the folder',
    },
    { globs: ['**/codeowners'], reason: 'it decides who must review changes to this repository' },
    {
        globs: [
            '**/{agents,agent,claude,claude.local,gemini,qwen,crush,warp,skill,copilot-instructions}.md',
            '**/.{agents,amazonq,augment,claude,codex,continue,copilot,crush,cursor,devin,factory,gemini,goose,junie}/**',
            '**/.{kilocode,kiro,opencode,qodo,qwen,roo,trae,windsurf}/**',
            '**/.{clinerules,roorules}{,-*}/**',
            '**/.{cursorrules,windsurfrules,goosehints,roomodes,rules}',
            '**/{.mcp,.claude,opencode}.{json,jsonc}',
            '**/.aider.conf.yml',
        ],
        reason: 'coding agents follow it as an instruction',
    },
    {
        globs: PACKAGE_SOURCES,
        reason: 'it decides where packages are fetched from, and often holds a password',
    },
    {
        globs: SECRETS,
        reason: 'it is the place for secrets',
    },
];
