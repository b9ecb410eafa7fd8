/** What `smol --help` prints. */
export const HELP = `smol: a prompt becomes a plan, then every file of the app at the same time.

Usage
  smol "a HTML/JS/CSS Tic Tac Toe Game"
  smol prompt.md
  smol                            takes prompt.md of this folder
  smol check [FOLDER]             looks whether files hold together; without a key (smol check --help)

Options
  --prompt TEXT|FILE.md           the prompt, or a markdown file with it
  --instructions TEXT|FILE.md     house rules for every file
  --out FOLDER                    where the app goes (default: generated)
  --plan-only                     print the plan, write no file of the app
  -y, --yes                       do not ask before the files are written

  --model NAME                    the model that writes (OpenAI: gpt-6-sol unless given)
  --plan-model NAME               another model for the plan
  --base-url URL                  an OpenAI-compatible endpoint (default: OpenAI's)
  --effort LEVEL                  how long the model thinks, if it does
  --temperature NUMBER            left to the endpoint unless given
  --max-output-tokens NUMBER      longest reply of one call

  --max-files NUMBER              most files in a plan (default: 100)
  --max-cost-usd NUMBER           most the run may cost
  --max-total-tokens NUMBER       most tokens the run may use
  --concurrency NUMBER            most calls at the same time (default: 64)
  --timeout-minutes NUMBER        end the run after so long (default: 20)
  --idle-timeout SECONDS          give a call up after so long without a byte (default: 120)

  --debug                         every call, its speed and its retries
  -h, --help                      this text
  --version                       the version

Environment
  OPENAI_API_KEY                  the key of the endpoint
  OPENAI_BASE_URL                 the endpoint, unless --base-url is given
  NO_COLOR                        no colour and no live lines

The plan is saved as shared_deps.md in the folder. Run the same command again after an interruption, or after
you edited that plan. smol deletes nothing, and overwrites only files that it wrote and you did not change.
Exit codes: 0 all written, 1 failed or incomplete, 2 usage, 130 interrupted.
`;

/** What `smol check --help` prints. */
export const CHECK_HELP = `smol check: looks whether the files of a folder hold together, by parsers and rules, without a model or a key.

Usage
  smol check                      this folder
  smol check FOLDER               another one

Options
  --format text|json|github       for people, for programs, or as annotations of a workflow (default: text)
  -h, --help                      this text

Nothing is run, written or sent. What .gitignore leaves out is not looked into, nor are binary files, files of
more than 1 MB, and what is behind symbolic links. A plan in shared_deps.md, as smol writes it, is held against
the files.
Exit codes: 0 no errors, 1 errors (something cannot work), 2 usage, 130 interrupted.
`;
