import {
  DocumentError,
  type FieldNode,
  type Operation,
  readDocument,
  type Selection,
} from './graphql-document.js';
import { type Ask, FieldError } from './graphql-nodes.js';
import { ABSTRACT, type Field, SCHEMA } from './graphql-schema.js';
import {
  type FrontRequest,
  type FrontResponse,
  isJson,
  type Json,
  list,
  member,
  reply,
  text,
} from './wire.js';
import type { World } from './world.js';

/** GraphQL's errors come with status 200. */
const failed = (message: string): FrontResponse => reply(200, { errors: [{ message }] });

function fieldOf(type: string, name: string): Field {
  const field = name === '__typename' ? {} : SCHEMA[type]?.[name];
  if (!field) throw new DocumentError(`Field '${name}' doesn't exist on type '${type}' (of the test bed)`);
  return field;
}

/** GitHub looks at a whole document before it runs any of it. */
function validate(type: string, selections: readonly Selection[]): void {
  for (const selection of selections) {
    if (selection.kind === 'field') {
      validateField(type, selection);
    } else {
      if (!SCHEMA[selection.type])
        throw new DocumentError(`No such type ${selection.type} (of the test bed)`);
      validate(selection.type, selection.selections);
    }
  }
}

function validateField(type: string, { name, arguments: given, selections }: FieldNode): void {
  const { type: inner, arguments: known = {} } = fieldOf(type, name);
  const unknown = Object.keys(given).find((each) => !Object.hasOwn(known, each));
  if (unknown) throw new DocumentError(`Field '${name}' doesn't accept argument '${unknown}'`);
  const missing = Object.keys(known).find(
    (each) => known[each]?.endsWith('!') && !Object.hasOwn(given, each),
  );
  if (missing) throw new DocumentError(`Field '${name}' is missing required arguments: ${missing}`);
  if (inner === undefined && selections.length > 0) {
    throw new DocumentError(`Selections can't be made on scalars (field '${name}')`);
  }
  if (inner !== undefined && selections.length === 0) {
    throw new DocumentError(`Field must have selections (field '${name}' returns ${inner})`);
  }
  if (inner !== undefined) validate(inner, selections);
}

/** As GitHub shows moments: whole seconds of its own clock. */
const leafOf = (value: unknown, world: World): unknown =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/.test(value)
    ? world.clock.shown(new Date(value))
    : (value ?? null);

async function objectOf(
  parent: Json,
  type: string,
  selections: readonly Selection[],
  ask: Ask,
): Promise<Json> {
  const own = ABSTRACT.has(type) ? text(parent.__typename) : type;
  const answered: Json = {};
  for (const selection of selections) {
    if (selection.kind === 'fragment') {
      const fits = selection.type === own || ABSTRACT.has(selection.type);
      if (fits) Object.assign(answered, await objectOf(parent, selection.type, selection.selections, ask));
    } else if (selection.name === '__typename') {
      answered[selection.key] = own;
    } else {
      answered[selection.key] = await answerOf(parent, type, selection, ask);
    }
  }
  return answered;
}

async function answerOf(parent: Json, type: string, node: FieldNode, ask: Ask): Promise<unknown> {
  const { type: inner, resolve } = fieldOf(type, node.name);
  const value = resolve ? await resolve(parent, node.arguments, ask) : parent[node.name];
  if (inner === undefined) return leafOf(value, ask.world);
  const show = (each: unknown) => (isJson(each) ? objectOf(each, inner, node.selections, ask) : null);
  return Array.isArray(value) ? Promise.all(list(value).map(show)) : show(value);
}

/** Runs the fields one after another; a field that fails is null, and the others are answered. */
async function run({ type, selections }: Operation, ask: Ask): Promise<FrontResponse> {
  const data: Json = {};
  const errors: Json[] = [];
  for (const selection of selections) {
    if (selection.kind === 'fragment') throw new DocumentError('The test bed knows no fragment here');
    try {
      Object.assign(data, await objectOf({}, type, [selection], ask));
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      data[selection.key] = null;
      errors.push({ type: error.type, path: [selection.key], message: error.message });
    }
  }
  return reply(200, errors.length > 0 ? { data, errors } : { data });
}

/** Answers `POST /graphql`; what is known of it is in graphql-schema.ts. Undefined when the request is for REST. */
export async function graphql(request: FrontRequest, world: World): Promise<FrontResponse | undefined> {
  if (request.method !== 'POST' || request.path !== '/graphql') return undefined;
  const query = text(member(request.body, 'query'));
  if (query === '') return failed('A query attribute must be specified and must be a string.');
  const variables = member(request.body, 'variables');
  try {
    const operation = readDocument(query, isJson(variables) ? variables : {});
    validate(operation.type, operation.selections);
    return await run(operation, { request, world });
  } catch (error) {
    if (error instanceof DocumentError) return failed(error.message);
    throw error;
  }
}
