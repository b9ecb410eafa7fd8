import { type ChatMessage, type ChatRequest, contentText, isObject, type JsonObject } from './protocol.js';

/** An error as OpenAI words it: the HTTP status and the body. */
export type ApiError = {
  status: number;
  body: { error: { message: string; type: string; param: string | null; code: string | null } };
};

/** An `invalid_request_error` with the given status, code and parameter. */
export function invalidRequest(
  status: number,
  message: string,
  code: string | null = null,
  param: string | null = null,
): ApiError {
  return { status, body: { error: { message, type: 'invalid_request_error', param, code } } };
}

/** The members of a chat completion request, from the request type of `openai` 7.57. */
const PARAMETERS = new Set(
  `audio frequency_penalty function_call functions logit_bias logprobs max_completion_tokens max_tokens messages
   metadata modalities model moderation n parallel_tool_calls prediction presence_penalty prompt_cache_key
   prompt_cache_options prompt_cache_retention reasoning_effort response_format safety_identifier seed service_tier stop
   store stream stream_options temperature tool_choice tools top_logprobs top_p user verbosity web_search_options`.split(
    /\s+/,
  ),
);

const ROLES = new Set(['developer', 'system', 'user', 'assistant', 'tool', 'function']);

/**
 * What OpenAI would refuse in this request, or undefined when it is fine: the key, the model, unknown
 * parameters, messages of the wrong form, a strict schema outside the supported subset. The wording
 * follows OpenAI's; the set of rules is a part of theirs.
 */
export function findError(
  authorization: string | undefined,
  body: unknown,
  known: { apiKey: string; models: readonly string[] },
): ApiError | undefined {
  return (
    keyError(authorization, known.apiKey) ??
    (isObject(body) ? undefined : invalidRequest(400, 'We could not parse the JSON body of your request.')) ??
    (isObject(body) ? (parameterError(body, known.models) ?? formatError(body)) : undefined)
  );
}

/** The request in the form an answer function reads. Call it only after `findError` found nothing. */
export function toChatRequest(index: number, body: JsonObject): ChatRequest {
  const format = body.response_format;
  return {
    index,
    model: String(body.model),
    stream: body.stream === true,
    messages: chatMessages(body),
    responseFormat:
      isObject(format) && typeof format.type === 'string' ? { ...format, type: format.type } : undefined,
    body,
  };
}

/** The messages of a request as plain text; none of a body that has none. */
export function chatMessages(body: unknown): ChatMessage[] {
  const messages = isObject(body) && Array.isArray(body.messages) ? body.messages : [];
  return messages
    .filter(isObject)
    .map(({ role, content }) => ({ role: String(role), content: contentText(content) }));
}

function keyError(authorization: string | undefined, apiKey: string): ApiError | undefined {
  if (authorization === undefined || authorization === 'Bearer ') {
    return invalidRequest(
      401,
      "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
    );
  }
  if (authorization === `Bearer ${apiKey}`) return undefined;
  const key = authorization.replace(/^Bearer /, '');
  const masked = key.length > 12 ? `${key.slice(0, 8)}${'*'.repeat(key.length - 12)}${key.slice(-4)}` : '***';
  return invalidRequest(
    401,
    `Incorrect API key provided: ${masked}. You can find your API key at https://platform.openai.com/account/api-keys.`,
    'invalid_api_key',
  );
}

function parameterError(body: JsonObject, models: readonly string[]): ApiError | undefined {
  if (typeof body.model !== 'string') return invalidRequest(400, 'you must provide a model parameter');
  if (!models.includes(body.model)) {
    const message = `The model \`${body.model}\` does not exist or you do not have access to it.`;
    return invalidRequest(404, message, 'model_not_found');
  }
  const unknown = Object.keys(body).find((name) => !PARAMETERS.has(name));
  if (unknown !== undefined) return invalidRequest(400, `Unrecognized request argument supplied: ${unknown}`);
  if (body.stream_options !== undefined && body.stream_options !== null && body.stream !== true) {
    const message = "The 'stream_options' parameter is only allowed when 'stream' is enabled.";
    return invalidRequest(400, message, null, 'stream_options');
  }
  return messagesError(body.messages);
}

function messagesError(messages: unknown): ApiError | undefined {
  if (!Array.isArray(messages)) {
    return invalidRequest(
      400,
      "Missing required parameter: 'messages'.",
      'missing_required_parameter',
      'messages',
    );
  }
  if (messages.length === 0) {
    const message =
      "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.";
    return invalidRequest(400, message, 'empty_array', 'messages');
  }
  for (const [index, message] of messages.entries()) {
    const role = isObject(message) ? message.role : undefined;
    if (typeof role !== 'string' || !ROLES.has(role)) {
      const text = `Invalid value: '${String(role)}'. Supported values are: ${[...ROLES].map((r) => `'${r}'`).join(', ')}.`;
      return invalidRequest(400, text, 'invalid_value', `messages[${index}].role`);
    }
    if (isObject(message) && typeof message.content !== 'string' && !Array.isArray(message.content)) {
      const text = `Invalid value for 'content': expected a string, got ${message.content === null ? 'null' : typeof message.content}.`;
      return invalidRequest(400, text, null, `messages.[${index}].content`);
    }
  }
  return undefined;
}

function formatError(body: JsonObject): ApiError | undefined {
  const format = body.response_format;
  if (format === undefined || format === null) return undefined;
  const type = isObject(format) ? format.type : format;
  if (type === 'text') return undefined;
  if (type === 'json_object') return jsonWordError(body.messages);
  if (type !== 'json_schema' || !isObject(format)) {
    const text = `Invalid value: '${String(type)}'. Supported values are: 'json_object', 'json_schema', and 'text'.`;
    return invalidRequest(400, text, 'invalid_value', 'response_format.type');
  }
  return schemaFormatError(format.json_schema);
}

function jsonWordError(messages: unknown): ApiError | undefined {
  const texts = (Array.isArray(messages) ? messages : []).map((m) =>
    isObject(m) ? contentText(m.content) : '',
  );
  if (texts.some((text) => /json/i.test(text))) return undefined;
  const message =
    "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.";
  return invalidRequest(400, message, null, 'messages');
}

function schemaFormatError(jsonSchema: unknown): ApiError | undefined {
  const name = isObject(jsonSchema) ? jsonSchema.name : undefined;
  if (!isObject(jsonSchema) || typeof name !== 'string') {
    const param = 'response_format.json_schema.name';
    return invalidRequest(
      400,
      `Missing required parameter: '${param}'.`,
      'missing_required_parameter',
      param,
    );
  }
  if (!/^[a-zA-Z0-9_-]{1,64}$/.test(name)) {
    const param = 'response_format.json_schema.name';
    const text = `Invalid '${param}': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.`;
    return invalidRequest(400, text, 'invalid_value', param);
  }
  if (jsonSchema.strict !== true) return undefined;
  const problem = strictSchemaProblem(jsonSchema.schema);
  if (problem === undefined) return undefined;
  return invalidRequest(
    400,
    `Invalid schema for response_format '${name}': ${problem}`,
    null,
    'response_format',
  );
}

/** Keywords that strict mode does not take; see the supported subset in OpenAI's structured outputs guide. */
const NOT_PERMITTED = [
  'allOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
  'patternProperties',
  'propertyNames',
  'uniqueItems',
  'contains',
  'prefixItems',
  'unevaluatedProperties',
  'default',
];

/** The first rule of strict mode that a schema breaks, in OpenAI's words, or undefined. */
export function strictSchemaProblem(schema: unknown): string | undefined {
  if (!isObject(schema)) return 'schema must be a JSON Schema of \'type: "object"\', got \'type: "None"\'.';
  if (schema.anyOf !== undefined || schema.type !== 'object') {
    return `schema must be a JSON Schema of 'type: "object"', got 'type: "${String(schema.type ?? 'None')}"'.`;
  }
  return nodeProblem(schema, []);
}

function nodeProblem(node: unknown, path: readonly string[]): string | undefined {
  if (!isObject(node)) return undefined;
  const context = `In context=(${path.map((part) => `'${part}'`).join(', ')}${path.length === 1 ? ',' : ''}), `;
  const keyword = NOT_PERMITTED.find((name) => name in node);
  if (keyword !== undefined) return `${context}'${keyword}' is not permitted.`;
  if (!['type', 'anyOf', '$ref', 'enum', 'const'].some((name) => name in node)) {
    return `${context}schema must have a 'type' key.`;
  }
  if (node.type === 'array' && node.items === undefined) return `${context}array schema missing items.`;
  const own = node.type === 'object' ? objectProblem(node, context) : undefined;
  if (own !== undefined) return own;
  for (const [child, childPath] of children(node)) {
    const problem = nodeProblem(child, [...path, ...childPath]);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function objectProblem(node: JsonObject, context: string): string | undefined {
  if (node.additionalProperties !== false) {
    return `${context}'additionalProperties' is required to be supplied and to be false.`;
  }
  const names = Object.keys(isObject(node.properties) ? node.properties : {});
  const required = Array.isArray(node.required) ? node.required : [];
  const missing = names.find((name) => !required.includes(name));
  if (missing !== undefined) {
    return `${context}'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'.`;
  }
  const extra = required.find((name) => !names.includes(String(name)));
  return extra === undefined ? undefined : `${context}'required' includes extra key '${String(extra)}'.`;
}

function children(node: JsonObject): [unknown, string[]][] {
  const named = ['properties', '$defs', 'definitions'].flatMap((key) =>
    Object.entries(isObject(node[key]) ? node[key] : {}).map(([name, child]): [unknown, string[]] => [
      child,
      [key, name],
    ]),
  );
  const listed = (Array.isArray(node.anyOf) ? node.anyOf : []).map((child, index): [unknown, string[]] => [
    child,
    ['anyOf', String(index)],
  ]);
  return [...named, ...listed, [node.items, ['items']]];
}
