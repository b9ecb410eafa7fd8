import fc from 'fast-check';

/**
 * Texts of any code points, most of them nobody's letters. fast-check's own `unit: 'binary'` is the same, but
 * reads tables for three seconds before its first one.
 */
export function anyText(maxLength: number, minLength = 0): fc.Arbitrary<string> {
  const codePoint = fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff));
  return fc.array(codePoint, { minLength, maxLength }).map((points) => String.fromCodePoint(...points));
}
