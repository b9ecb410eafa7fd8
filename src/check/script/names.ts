import { type Node, toEach, type Visitors } from './walk.js';

/** How often each name is declared in a file, and which are assigned to: a name with one meaning needs no scopes. */
export class Names {
  readonly #declared = new Map<string, number>();
  readonly #assigned = new Set<string>();

  /** What it looks at on a walk over the tree. */
  readonly visitors: Visitors = {
    VariableDeclarator: ({ id }) => this.#declare(id),
    ...toEach(
      ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression', 'ObjectMethod'],
      (node) => this.#function('id' in node ? node.id : null, node.params),
    ),
    ...toEach(['ClassMethod', 'ClassPrivateMethod'], ({ params }) => this.#function(null, params)),
    ...toEach(
      ['ClassDeclaration', 'ClassExpression', 'TSEnumDeclaration', 'TSImportEqualsDeclaration'],
      ({ id }) => this.#declare(id),
    ),
    TSModuleDeclaration: ({ id }) => this.#declare(id),
    ...toEach(['ImportSpecifier', 'ImportDefaultSpecifier', 'ImportNamespaceSpecifier'], ({ local }) =>
      this.#declare(local),
    ),
    CatchClause: ({ param }) => this.#declare(param),
    AssignmentExpression: ({ left }) => this.#assign(left),
    UpdateExpression: ({ argument }) => this.#assign(argument),
    ...toEach(['ForInStatement', 'ForOfStatement'], ({ left }) => this.#assign(left)),
  };

  /** How many declarations there are of a name, wherever they stand. */
  count(name: string): number {
    return this.#declared.get(name) ?? 0;
  }

  /** Whether the name means one thing all over the file, and is never given another value. */
  isFixed(name: string): boolean {
    return this.count(name) === 1 && !this.#assigned.has(name);
  }

  /** Whether the name is assigned to anywhere. */
  isAssigned(name: string): boolean {
    return this.#assigned.has(name);
  }

  #function(id: Node | null | undefined, parameters: readonly Node[]): void {
    this.#declare(id);
    for (const parameter of parameters) this.#declare(parameter);
  }

  #declare(pattern: Node | null | undefined): void {
    for (const name of namesIn(pattern)) this.#declared.set(name, this.count(name) + 1);
  }

  #assign(pattern: Node): void {
    for (const name of namesIn(pattern)) this.#assigned.add(name);
  }
}

/** The names that a pattern binds: `{ a, b: [c] = [], ...d }` → a, c, d. */
export function namesIn(pattern: Node | null | undefined): string[] {
  const names: string[] = [];
  const waiting: (Node | null | undefined)[] = [pattern];
  while (waiting.length > 0) {
    const node = waiting.pop();
    switch (node?.type) {
      case 'Identifier':
        names.push(node.name);
        break;
      case 'ObjectPattern':
        for (const property of node.properties) {
          waiting.push(property.type === 'RestElement' ? property.argument : property.value);
        }
        break;
      case 'ArrayPattern':
        waiting.push(...node.elements);
        break;
      case 'AssignmentPattern':
        waiting.push(node.left);
        break;
      case 'RestElement':
        waiting.push(node.argument);
        break;
      case 'TSParameterProperty':
        waiting.push(node.parameter);
        break;
    }
  }
  return names;
}
