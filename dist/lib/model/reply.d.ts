import { type ServerUsage } from './usage.js';
export type Reply = {
    readonly text: string;
    readonly finishReason: 'stop' | 'length';
};
/** What was streamed of a reply, whole or broken, and so has to be paid for. */
export type Streamed = {
    readonly text: string;
    /** Characters of reasoning that were left out of the text. */
    readonly reasoning: number;
    /** What the server counted; null when it did not say. */
    readonly usage: ServerUsage | null;
};
export type ReplyListener = {
    /** A piece of the reply, as long as what arrived at once; never of its reasoning. */
    onDelta(text: string): void;
    /** The reply, or its reasoning, has become longer. */
    onProgress(): void;
    /** Once at the end, also of a reply that turns out broken. */
    onEnd(streamed: Streamed): void;
};
/**
 * Reads the chunks of a stream to its end.
 *
 * A stream that ends early ends like a good one; only the finish reason tells. The caller checks
 * whether its signal was aborted, which ends the stream in the same way.
 *
 * @throws BrokenReplyError, RefusedError, NothingWrittenError, and whatever the stream or a listener throws.
 */
export declare function readReply(batches: AsyncIterable<readonly unknown[]>, listener: ReplyListener): Promise<Reply>;
