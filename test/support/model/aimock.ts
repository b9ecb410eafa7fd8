import { LLMock } from '@copilotkit/aimock';
import { CHARACTERS_PER_TOKEN } from './prompt-cache.js';
import type { JsonObject, Pace } from './protocol.js';

/** A text answer as it is handed to aimock. */
export type Script = { text: string; finishReason: string; refusal: boolean; pace: Pace };

/** aimock, asked for one answer at a time: `complete` returns the body it would have sent, unpaced. */
export type Mock = { complete(body: JsonObject, script: Script): Promise<string>; stop(): Promise<void> };

/**
 * aimock in this process. A script is handed over by a token in `user`, a parameter that aimock ignores; the size of a
 * chunk belongs to a fixture there, so there is one fixture for every size.
 */
export async function startMock(): Promise<Mock> {
  const mock = new LLMock({ port: 0, host: '127.0.0.1', logLevel: 'silent', journalMaxEntries: 1 });
  const scripts = new Map<string, Script>();
  const sizes = new Set<number>();
  const scriptOf = (user: unknown): Script | undefined => scripts.get(String(user));
  const addSize = (size: number): void => {
    sizes.add(size);
    mock.on(
      { predicate: (request) => sizeOf(scriptOf(request.user)) === size },
      (request) => {
        const script = scriptOf(request.user);
        return { content: script?.text ?? '', finishReason: script?.finishReason ?? 'stop' };
      },
      { chunkSize: size },
    );
  };
  const url = await mock.start();
  let count = 0;
  return {
    stop: () => mock.stop(),
    complete: async (body, script) => {
      const user = `script-${count++}`;
      const size = sizeOf(script) ?? 1;
      if (!sizes.has(size)) addSize(size);
      scripts.set(user, script);
      const response = await fetch(`${url}/v1/chat/completions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, user }),
      });
      scripts.delete(user);
      const text = await response.text();
      if (!response.ok) throw new Error(`aimock answered ${response.status}: ${text}`);
      return text;
    },
  };
}

function sizeOf(script: Script | undefined): number | undefined {
  if (script === undefined) return undefined;
  return script.pace.chunkSize ?? (script.pace.tokensPerSecond === undefined ? 64 : CHARACTERS_PER_TOKEN);
}
