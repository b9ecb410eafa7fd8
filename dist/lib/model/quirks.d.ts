import { type Body } from './body.js';
import type { Endpoint } from './endpoint.js';
import type { Failure } from './failure.js';
/** What one model at one endpoint does not take. Learned from its errors, never written down anywhere. */
export type Quirks = {
    /** Under which name the limit of a reply's tokens is sent; null when it is taken under none. */
    readonly tokenLimit: 'max_completion_tokens' | 'max_tokens' | null;
    readonly refusedLimits: readonly string[];
    /** Parameters that are left out. */
    readonly dropped: readonly string[];
    readonly format: 'json_schema' | 'json_object' | 'text';
    /** Neighbouring messages of the same role are sent as one. */
    readonly mergesRoles: boolean;
    /** The system message is sent as part of the first user message. */
    readonly mergesSystem: boolean;
    /** Pictures are sent. */
    readonly takesImages: boolean;
};
/** What is assumed of an endpoint before it has said anything. */
export declare function initialQuirks(endpoint: Endpoint): Quirks;
/** Whether a failure may be about how the request was put. */
export declare function isLearnable({ status }: Failure): boolean;
/**
 * Learns from a refused request what the endpoint does not take.
 *
 * @param body the request that was refused.
 * @returns what is known now, or null when the failure is about nothing that was sent or can be put otherwise.
 */
export declare function learn(quirks: Quirks, failure: Failure, body: Body): Quirks | null;
