import * as z from 'zod';
import type { Chat } from './chat.js';
import { type ObjectRequest, type ObjectResult } from './port.js';
/**
 * Asks for one value of a schema. A reply that does not fit is asked for once more, with what is wrong in it.
 *
 * @throws MalformedReplyError when the second does not fit either, or the reply was cut; else as `chat`.
 */
export declare function askForObject<T>(request: ObjectRequest<T>, chat: Chat): Promise<ObjectResult<T>>;
/**
 * The schema as it is sent: only the keywords that servers know, every member required, no other allowed, as
 * OpenAI's strict mode demands.
 */
export declare function wireSchema(schema: z.ZodType): Record<string, unknown>;
