import { readFileSync } from 'node:fs';
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { decodePath, type FrontRequest } from './wire.js';

interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly params: Record<string, object>;
  readonly query: Record<string, object>;
  readonly requiredQuery?: readonly string[];
  readonly body?: object;
  readonly bodyRequired?: boolean;
}

/** Checks requests against GitHub's own description of its API (`openapi-slim.json`), and the form of GraphQL's. */
export interface Contract {
  /** Sentences that say what is wrong; empty when the request is right. */
  check(request: Pick<FrontRequest, 'method' | 'path' | 'query' | 'headers' | 'body'>): string[];
}

/** Parameters which hold slashes: GitHub takes them encoded and raw. */
const WITH_SLASHES = new Set(['ref', 'path', 'basehead', 'branch']);

interface Route extends Operation {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly literals: number;
}

function routeOf(operation: Operation): Route {
  const names: string[] = [];
  const parts = operation.path.split('/').map((part) => {
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined) return part;
    names.push(name);
    return WITH_SLASHES.has(name) ? '(.+)' : '([^/]+)';
  });
  const literals = parts.filter((part) => !part.startsWith('(')).length;
  return { ...operation, pattern: new RegExp(`^${parts.join('/')}$`), names, literals };
}

const closed = (properties: object, required: readonly string[] = []): object => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** Not in the OpenAPI description. What the query says is for the front to judge. */
const GRAPHQL: Operation = {
  id: 'graphql',
  method: 'POST',
  path: '/graphql',
  params: {},
  query: {},
  body: closed({ query: { type: 'string' }, variables: { type: 'object' } }, ['query']),
  bodyRequired: true,
};

interface Validators {
  readonly params: ValidateFunction;
  readonly query: ValidateFunction;
  readonly body: ValidateFunction | undefined;
}

function compile(strict: Ajv2019, coercing: Ajv2019, route: Route): Validators {
  return {
    params: coercing.compile(closed(route.params, route.names)),
    query: coercing.compile(closed(route.query, route.requiredQuery)),
    body: route.body && strict.compile(route.body),
  };
}

function problems(place: string, validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => {
    const extra: unknown = error.params.unevaluatedProperty ?? error.params.additionalProperty;
    return `${place}${error.instancePath} ${error.message}${extra === undefined ? '' : `: ${String(extra)}`}`;
  });
}

/** Reads the description and makes the checker; operations are compiled when first used. */
export function loadContract(): Contract {
  const file = new URL('./openapi-slim.json', import.meta.url);
  const { operations } = JSON.parse(readFileSync(file, 'utf8')) as { operations: Operation[] };
  const routes = [...operations, GRAPHQL].map(routeOf).sort((a, b) => b.literals - a.literals);
  const make = (coerceTypes: boolean): Ajv2019 => {
    const ajv = new Ajv2019({ strict: false, allErrors: true, coerceTypes });
    addFormats.default(ajv);
    return ajv;
  };
  const [strict, coercing] = [make(false), make(true)];
  const compiled = new Map<string, Validators>();
  return {
    check(request) {
      const route = routes.find((each) => each.method === request.method && each.pattern.test(request.path));
      if (!route) return [`${request.method} ${request.path}: no such operation in openapi-slim.json`];
      const validators = compiled.get(route.id) ?? compile(strict, coercing, route);
      compiled.set(route.id, validators);
      return checkWith(route, validators, request).map(
        (problem) => `${request.method} ${request.path}: ${problem}`,
      );
    },
  };
}

function checkWith(
  route: Route,
  validators: Validators,
  request: Pick<FrontRequest, 'path' | 'query' | 'headers' | 'body'>,
): string[] {
  const values = route.pattern.exec(request.path)?.slice(1) ?? [];
  const params = Object.fromEntries(
    route.names.map((name, index) => [name, decodePath(values[index] ?? '')]),
  );
  const found = [
    ...problems('path', validators.params, params),
    ...problems('query', validators.query, Object.fromEntries(request.query)),
  ];
  if (!request.headers['user-agent']) found.push('no User-Agent header');
  if (request.body === undefined) {
    if (route.bodyRequired) found.push('the body is missing');
  } else if (validators.body) {
    found.push(...problems('body', validators.body, request.body));
  } else if (JSON.stringify(request.body) !== '{}') {
    found.push('this operation takes no body');
  }
  return found;
}
