export { type App, type AppChanges, appAnswers, requestedPath } from './app-answers.js';
export { drip, hostile, rateLimited } from './hostile.js';
export { type ModelOptions, pace, startModel } from './model.js';
export { chatMessages } from './openai-rules.js';
export type {
  Answer,
  AnswerFunction,
  ChatMessage,
  ChatRequest,
  JsonObject,
  Model,
  ModelRequest,
  Pace,
  RawExchange,
  RawHandler,
  ResponseFormat,
  TextAnswer,
  Usage,
} from './protocol.js';
export { answerJson, answerText, type SseWriter, sse, startRawModel } from './raw.js';
