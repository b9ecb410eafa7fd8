// src/model/port.ts
function addUsage(left, right) {
  return {
    inputTokens: left.inputTokens + right.inputTokens,
    cachedTokens: left.cachedTokens + right.cachedTokens,
    outputTokens: left.outputTokens + right.outputTokens,
    costUsd: left.costUsd === null || right.costUsd === null ? null : left.costUsd + right.costUsd,
    estimated: left.estimated || right.estimated
  };
}
var NO_USAGE = {
  inputTokens: 0,
  cachedTokens: 0,
  outputTokens: 0,
  costUsd: 0,
  estimated: false
};

export {
  addUsage,
  NO_USAGE
};
