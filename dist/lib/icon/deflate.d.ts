/**
 * Bytes as a zlib stream. By hand, since zlib itself makes other bytes of the same picture on another processor or
 * with another version of Node, and a picture that is drawn again must be the same one.
 */
export declare function zlibOf(bytes: Uint8Array): Uint8Array;
