import {
  printableLine
} from "./chunk-HZO7REIU.js";
import {
  InvalidOptionError,
  KeyRejectedError,
  ModelNotFoundError,
  RefusedError
} from "./chunk-KDWMUFRG.js";

// src/terminal/advice.ts
var INPUT = /`(base-url|model|plan-model|effort|temperature|max-output-tokens|max-files|max-cost-usd|max-total-tokens|concurrency|idle-timeout|timeout-minutes)`/g;
function explain(error) {
  return sentencesOf(error, adviceFor(error));
}
function explainFile(error) {
  return sentencesOf(error, error instanceof RefusedError ? null : adviceFor(error));
}
function sentencesOf(error, next) {
  const what = printableLine(error instanceof Error ? error.message : String(error));
  const sentences = next === null ? what : `${what} ${next}`;
  return sentences.replace(INPUT, "--$1").replaceAll("`api-key`", "OPENAI_API_KEY");
}
function adviceFor(error) {
  if (error instanceof InvalidOptionError && error.option === "api-key") {
    return "Set it to your key, or name another endpoint with --base-url.";
  }
  if (error instanceof KeyRejectedError) return "Check the key in OPENAI_API_KEY.";
  if (error instanceof ModelNotFoundError) return "Name a model that the endpoint offers with --model.";
  return error instanceof Error && "advice" in error && typeof error.advice === "string" ? error.advice : null;
}

export {
  explain,
  explainFile
};
