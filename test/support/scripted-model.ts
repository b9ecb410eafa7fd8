import type { Model, ObjectRequest, TextRequest, Usage } from '../../src/model/port.js';

/** How one call of a scripted model goes. */
export type Script = (
  call: ScriptedCall,
) => Promise<string | { text: string; finishReason: 'stop' | 'length' }>;

export type ScriptedCall = {
  readonly request: TextRequest;
  /** 0 for the first call of the run. */
  readonly index: number;
  /** The path that a file call asks for; null for the plan. */
  readonly path: string | null;
};

export type ScriptedModel = Model & {
  readonly calls: readonly ScriptedCall[];
  readonly objectCalls: readonly ObjectRequest<unknown>[];
};

export const ONE_CALL: Usage = {
  inputTokens: 100,
  cachedTokens: 0,
  outputTokens: 10,
  costUsd: 0.01,
  estimated: false,
};

/** A model of our own behind the port, for tests of what stands before it. One token costs 1/1000 dollar. */
export function scriptModel(script: Script, object: unknown = { files: [] }): ScriptedModel {
  const calls: ScriptedCall[] = [];
  const objectCalls: ObjectRequest<unknown>[] = [];
  return {
    calls,
    objectCalls,
    nameOf: () => 'scripted',
    cost: (_, { inputTokens, outputTokens }) => (inputTokens + outputTokens) / 1_000,
    async streamText(request) {
      request.signal?.throwIfAborted();
      const call = { request, index: calls.length, path: pathOf(request) };
      calls.push(call);
      request.onStart?.();
      const reply = await script(call);
      request.signal?.throwIfAborted();
      const { text, finishReason } =
        typeof reply === 'string' ? { text: reply, finishReason: 'stop' as const } : reply;
      request.onDelta?.(text);
      return { text, finishReason, usage: ONE_CALL };
    },
    async object(request) {
      objectCalls.push(request as ObjectRequest<unknown>);
      return { value: request.schema.parse(object), usage: ONE_CALL };
    },
  };
}

function pathOf({ messages }: TextRequest): string | null {
  const asked = messages.filter((message) => message.role === 'user');
  return (
    /\n(?:Write|Change) `([^`]+)`, (?:from its first line|the file above)/.exec(
      asked[2 - 1]?.content ?? '',
    )?.[1] ?? null
  );
}
