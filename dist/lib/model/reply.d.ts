import { type ServerUsage } from './usage.js';
export type Reply = {
    readonly text: string;
    readonly finishReason: 'stop' | 'length';
    /** Null when the server sent none. */
    readonly usage: ServerUsage | null;
    /** Characters of reasoning that were streamed and left out of the text. */
    readonly reasoning: number;
};
export type ReplyListener = {
    /** A piece of the reply, as long as what arrived at once; never of its reasoning. */
    onDelta(text: string): void;
    /** Once at the end, also of a reply that turns out broken: it is billed all the same. */
    onUsage(usage: ServerUsage): void;
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
