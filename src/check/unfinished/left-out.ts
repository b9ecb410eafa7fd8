/** What a comment says of code that is not there. */
export type LeftOut = {
  /**
   * `certain`: nobody says so of code that is whole; `likely`: hardly anybody; `todo`: a person may, of what works and
   * shall do more.
   */
  readonly kind: 'certain' | 'likely' | 'todo';
};

/** What a text says somewhere that leaves something to be written, before it is looked into. */
const TELLING =
  /(?:\/\/|\/\*|#|<!--)[\s*/#!{([<=_-]{0,30}(?:\.{2}|…)|NotImplemented|unimplemented!|not\s+(?:yet\s+)?implemented|\b(?:TODO|FIXME|placeholder|implement(?:ed)?\b|stub|(?:rest|remainder)\s+of|unchanged|brevity|omitted|(?:code|logic|implementation)\s+(?:goes\s+)?here|as\s+(?:before|above)|(?:existing|previous|original|remaining)\s+(?:code|file|function|implementation|component|class|method|module|script|style|rule|html|css|markup|page|content|logic|import|prop|test|handler|route|program|app|body|section|stuff))/i;

/** Whether a text may say that something is to be written: in most there is nothing like it. */
export function isTelling(text: string): boolean {
  return TELLING.test(text);
}

const THING =
  '(?:code|file|function|implementation|component|class(?:es)?|methods?|functions|module|script|styles?|rules|html|css|markup|page|content|logic|imports?|props|props and methods|tests?|handlers?|routes?|program|app|body|section|stuff)';
const ADJECTIVE = '(?:(?:your|the|this|my|our|existing|original|other|previous|same|current|above) ){0,3}';
const END =
  '(?: (?:is|are|stays?|remains?|goes|go))?(?: (?:the same|unchanged|as is|as before|as above|here|below|omitted|not shown|for brevity|intact|untouched|in place)){0,3}';
const DOTS = '(?:\\.{2,}|…)';

// Each is matched against a whole comment: a sentence that goes on says something else.
const CERTAIN = [
  `${DOTS}? ?(?:the |your )?(?:rest|remainder) of ${ADJECTIVE}${THING}(?: \\w+)?${END}(?: ?${DOTS})?`,
  `${DOTS} ?${ADJECTIVE}(?:existing|previous|original|unchanged|remaining) ${THING}${END}(?: ?${DOTS})?`,
  `${ADJECTIVE}(?:existing|previous|original|remaining) ${THING} (?:is|are|stays?|remains?|goes)?(?: ?(?:the same|unchanged|here|as before|omitted|not shown|untouched))+(?: ?${DOTS})?`,
  `${ADJECTIVE}(?:existing|previous|remaining) ${THING} ?${DOTS}`,
  `${DOTS} ?(?:(?:same )?as (?:before|above)|(?:${THING} )?(?:unchanged|omitted)(?: for brevity)?)(?: ?${DOTS})?`,
  `(?:same as (?:before|above)|(?:${THING} )?(?:unchanged|omitted))(?: ?${DOTS}| for brevity)`,
  `(?:add |insert |put |write |place )?your (?:own )?(?:code|logic|implementation)(?: goes)? here(?: ?${DOTS})?`,
  `(?:add|insert|put|write) (?:the )?(?:actual |real |remaining )?(?:code|logic|implementation) (?:goes )?here(?: ?${DOTS})?`,
  `(?:the )?(?:actual |real )?(?:code|logic|implementation) goes here(?: ?${DOTS})?`,
].map(whole);

const LIKELY = [
  `(?:TODO|FIXME)[:!,. -]*(?:to )?(?:implement|write|finish|complete|fill in|add)(?: (?:this|me|it|here|the|function|method|logic|functionality|body|implementation|later|code)){0,4}`,
  `(?:please )?implement (?:this|me|it)(?: (?:function|method|here|later|logic))?`,
  `(?:this is )?(?:just |only )?a? ?placeholder(?: (?:implementation|function|logic|code|body|only|for now|for the (?:real|actual) \\w+))?`,
  `(?:to be|not yet|not) implemented(?: yet| later)?`,
  `stub`,
  `${DOTS}`,
  `${DOTS} ?(?:other|more|additional|further|similar|etc|and so on|and more|rest)(?: [^\\s]+){0,4}(?: ?${DOTS})?`,
].map(whole);

const TODO = [`(?:TODO|FIXME)[:!,. -]*implement(?: [^\\s]+){1,8}`].map(whole);

function whole(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`, 'i');
}

/** Longer comments explain something. Characters. */
const LONGEST = 100;

/**
 * What a comment says of code that is not there; null when it is an ordinary one.
 *
 * @param comment Without its signs.
 */
export function leftOut(comment: string): LeftOut | null {
  if (comment.length > LONGEST * 3) return null;
  const text = comment
    .replace(/\s+/g, ' ')
    .replace(/^[\s*/#!{([<=_-]+|[\s*/#!}\])>=_:;,-]+$/g, '')
    .replace(/(?<![.\u2026])\.$/, '');
  if (text === '' || text.length > LONGEST) return null;
  if (CERTAIN.some((pattern) => pattern.test(text))) return { kind: 'certain' };
  if (LIKELY.some((pattern) => pattern.test(text))) return { kind: 'likely' };
  return TODO.some((pattern) => pattern.test(text)) ? { kind: 'todo' } : null;
}
