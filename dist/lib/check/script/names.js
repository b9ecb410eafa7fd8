/** How often each name is declared in a file, and which are assigned to: a name with one meaning needs no scopes. */
export class Names {
    #declared = new Map();
    #assigned = new Set();
    /** To be called with every node of the tree. */
    visit(node) {
        switch (node.type) {
            case 'VariableDeclarator':
                this.#declare(node.id);
                return;
            case 'FunctionDeclaration':
            case 'FunctionExpression':
            case 'ArrowFunctionExpression':
            case 'ObjectMethod':
            case 'ClassMethod':
            case 'ClassPrivateMethod':
                if ('id' in node && node.id)
                    this.#declare(node.id);
                for (const parameter of node.params)
                    this.#declare(parameter);
                return;
            case 'ClassDeclaration':
            case 'ClassExpression':
            case 'TSEnumDeclaration':
            case 'TSImportEqualsDeclaration':
            case 'TSModuleDeclaration':
                if (node.id)
                    this.#declare(node.id);
                return;
            case 'ImportSpecifier':
            case 'ImportDefaultSpecifier':
            case 'ImportNamespaceSpecifier':
                this.#declare(node.local);
                return;
            case 'CatchClause':
                if (node.param)
                    this.#declare(node.param);
                return;
            case 'AssignmentExpression':
                for (const name of namesIn(node.left))
                    this.#assigned.add(name);
                return;
            case 'UpdateExpression':
                for (const name of namesIn(node.argument))
                    this.#assigned.add(name);
                return;
            case 'ForInStatement':
            case 'ForOfStatement':
                for (const name of namesIn(node.left))
                    this.#assigned.add(name);
        }
    }
    /** How many declarations there are of a name, wherever they stand. */
    count(name) {
        return this.#declared.get(name) ?? 0;
    }
    /** Whether the name means one thing all over the file, and is never given another value. */
    isFixed(name) {
        return this.count(name) === 1 && !this.#assigned.has(name);
    }
    /** Whether the name is assigned to anywhere. */
    isAssigned(name) {
        return this.#assigned.has(name);
    }
    #declare(pattern) {
        for (const name of namesIn(pattern))
            this.#declared.set(name, this.count(name) + 1);
    }
}
/** The names that a pattern binds: `{ a, b: [c] = [], ...d }` → a, c, d. */
export function namesIn(pattern) {
    const names = [];
    const waiting = [pattern];
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
