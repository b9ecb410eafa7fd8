// Cuts GitHub's OpenAPI description down to the request side of the operations this product can need.
//
// usage: node slim-openapi.mjs PATH/TO/api.github.com.json   (from `npm pack @octokit/openapi`)
// writes ../openapi-slim.json: one operation a line.
import { readFileSync, writeFileSync } from 'node:fs';

const WANTED = {
  '/rate_limit': 'get',
  '/user': 'get',
  '/repos/{owner}/{repo}': 'get',
  '/repos/{owner}/{repo}/branches/{branch}': 'get',
  '/repos/{owner}/{repo}/collaborators/{username}/permission': 'get',
  '/repos/{owner}/{repo}/commits': 'get',
  '/repos/{owner}/{repo}/commits/{ref}': 'get',
  '/repos/{owner}/{repo}/compare/{basehead}': 'get',
  '/repos/{owner}/{repo}/contents/{path}': 'get put',
  '/repos/{owner}/{repo}/git/blobs': 'post',
  '/repos/{owner}/{repo}/git/blobs/{file_sha}': 'get',
  '/repos/{owner}/{repo}/git/commits': 'post',
  '/repos/{owner}/{repo}/git/commits/{commit_sha}': 'get',
  '/repos/{owner}/{repo}/git/matching-refs/{ref}': 'get',
  '/repos/{owner}/{repo}/git/ref/{ref}': 'get',
  '/repos/{owner}/{repo}/git/refs': 'post',
  '/repos/{owner}/{repo}/git/refs/{ref}': 'patch delete',
  '/repos/{owner}/{repo}/git/trees': 'post',
  '/repos/{owner}/{repo}/git/trees/{tree_sha}': 'get',
  '/repos/{owner}/{repo}/issues/comments/{comment_id}': 'get patch delete',
  '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions': 'get post',
  '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}': 'delete',
  '/repos/{owner}/{repo}/issues/{issue_number}': 'get patch',
  '/repos/{owner}/{repo}/issues/{issue_number}/assignees': 'post delete',
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': 'get post',
  '/repos/{owner}/{repo}/issues/{issue_number}/labels': 'get post put',
  '/repos/{owner}/{repo}/issues/{issue_number}/labels/{name}': 'delete',
  '/repos/{owner}/{repo}/issues/{issue_number}/reactions': 'get post',
  '/repos/{owner}/{repo}/issues/{issue_number}/reactions/{reaction_id}': 'delete',
  '/repos/{owner}/{repo}/pulls': 'get post',
  '/repos/{owner}/{repo}/pulls/comments/{comment_id}': 'get',
  '/repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions': 'get post',
  '/repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions/{reaction_id}': 'delete',
  '/repos/{owner}/{repo}/pulls/{pull_number}': 'get patch',
  '/repos/{owner}/{repo}/pulls/{pull_number}/comments': 'get',
  '/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies': 'post',
  '/repos/{owner}/{repo}/pulls/{pull_number}/commits': 'get',
  '/repos/{owner}/{repo}/pulls/{pull_number}/files': 'get',
  '/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers': 'get post',
  '/repos/{owner}/{repo}/pulls/{pull_number}/reviews': 'get post',
  '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}': 'get',
  '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments': 'get',
};

const NOISE = new Set([
  'description',
  'title',
  'example',
  'examples',
  'default',
  'deprecated',
  'externalDocs',
]);
// GitHub's own format names, which say nothing that ajv could check.
const FORMATS = new Set(['date-time', 'date', 'uri', 'email']);

const file = process.argv[2];
if (!file) throw new Error('usage: node slim-openapi.mjs PATH/TO/api.github.com.json');
const description = JSON.parse(readFileSync(file, 'utf8'));

const resolve = (node) => {
  let current = node;
  while (current?.$ref) {
    current = current.$ref
      .slice(2)
      .split('/')
      .reduce((value, key) => value[key.replaceAll('~1', '/').replaceAll('~0', '~')], description);
  }
  return current;
};

const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** OpenAPI 3.0 schema → JSON Schema 2019-09, objects closed so that a misspelt parameter is an error. */
function slim(node, inAllOf = false) {
  const schema = resolve(node);
  const out = {};
  for (const [key, value] of Object.entries(schema)) {
    if (NOISE.has(key) || key.startsWith('x-') || key === 'nullable') continue;
    if (key === 'format' && !FORMATS.has(value)) continue;
    if (key === 'properties') out.properties = mapValues(value, (property) => slim(property));
    else if (key === 'items') out.items = slim(value);
    else if (key === 'additionalProperties') out[key] = typeof value === 'object' ? slim(value) : value;
    // A body may fit several alternatives ({ labels: [] } does), so oneOf would refuse valid requests.
    else if (key === 'oneOf' || key === 'anyOf') out.anyOf = value.map((part) => slim(part));
    else if (key === 'allOf') out.allOf = value.map((part) => slim(part, true));
    else out[key] = value;
  }
  if (out.properties && out.additionalProperties === undefined && !inAllOf) out.unevaluatedProperties = false;
  if (!schema.nullable) return out;
  if (typeof out.type === 'string') {
    out.type = [out.type, 'null'];
    if (out.enum) out.enum = [...out.enum, null];
    return out;
  }
  return { anyOf: [out, { type: 'null' }] };
}

function operation(path, method) {
  const item = description.paths[path];
  const found = item?.[method];
  if (!found) throw new Error(`no ${method} ${path} in the description`);
  const parameters = [...(item.parameters ?? []), ...(found.parameters ?? [])].map(resolve);
  const of = (place) =>
    Object.fromEntries(parameters.filter((p) => p.in === place).map((p) => [p.name, slim(p.schema)]));
  const body = resolve(found.requestBody);
  const schema = body?.content?.['application/json']?.schema;
  const required = parameters.filter((p) => p.in === 'query' && p.required).map((p) => p.name);
  return {
    id: found.operationId,
    method: method.toUpperCase(),
    path,
    params: of('path'),
    query: of('query'),
    ...(required.length > 0 && { requiredQuery: required }),
    ...(schema && { body: slim(schema), bodyRequired: body.required === true }),
  };
}

const operations = Object.entries(WANTED).flatMap(([path, methods]) =>
  methods.split(' ').map((method) => operation(path, method)),
);
const lines = operations.map((each) => JSON.stringify(each)).join(',\n');
const target = new URL('../openapi-slim.json', import.meta.url);
writeFileSync(
  target,
  `{"source":"@octokit/openapi ${description.info.version}","operations":[\n${lines}\n]}\n`,
);
console.log(`${operations.length} operations, ${(readFileSync(target).length / 1024).toFixed(1)} kB`);
