/** Names of the characters that are white space, or nothing at all. */
const BLANK_NAME =
  /^(?:nbsp|[en]msp|emsp1[34]|ensp|numsp|puncsp|thinsp|hairsp|Tab|NewLine|(?:NonBreaking|ZeroWidth|Medium|Thick|Thin|VeryThin|Negative\w+)Space|NoBreak|shy|zwn?j|[lr]rm|af|it|ic)$/;
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]*));/g;
const VISIBLE = /[^\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u;
const WORD = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** Whether words, numbers or emoji are in a piece of markdown or HTML, besides its tags. */
export function saysSomething(text: string): boolean {
  return WORD.test(withoutTags(text));
}

/** Whether a reader sees anything of a piece of markdown or HTML. */
export function showsSomething(text: string): boolean {
  return VISIBLE.test(withoutTags(text));
}

function withoutTags(text: string): string {
  return text.replace(/<[^>]*>/g, '').replace(ENTITY, decode);
}

function decode(entity: string, decimal?: string, hexadecimal?: string, name?: string): string {
  // Any other name stands for a sign or a letter; which one makes no difference here.
  if (name !== undefined) return BLANK_NAME.test(name) ? ' ' : entity.slice(1, 2);
  const codePoint = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return codePoint > 0x10ffff ? ' ' : String.fromCodePoint(codePoint);
}
