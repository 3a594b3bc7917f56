/**
 * Finding the use of a thing in a syntax tree. Comments and strings are no uses; types are, where a name alone is
 * looked for.
 */

/**
 * How a door is recognised:
 * - `name`: any of these identifiers, wherever it stands
 * - `member`: `of.name`, where `of` is the last name before the dot (`a.b.of.name` counts); no names: all of them
 * - `construct`: `new name(…)`
 * - `emptyDate`: `new Date()` and `Date()`, which read the clock
 * - `export`: an export of a module, imported by name, or reached through the module or through one of `alsoOf`
 *
 * @typedef {{ kind: 'name', names: string[] }
 *   | { kind: 'member', of: string[], names: string[] }
 *   | { kind: 'construct', names: string[] }
 *   | { kind: 'emptyDate' }
 *   | { kind: 'export', module: string, alsoOf: string[], names: string[] }} Use
 */

/** @typedef {import('vite').ESTree.Node} Node */
/** @typedef {{ [key: string]: any, type: string, start: number }} AnyNode */

/**
 * @param {AnyNode} node
 * @param {Use} use
 * @param {Map<string, string>} namespaces local names that stand for a whole module, and which
 * @returns {boolean}
 */
export function isUse(node, use, namespaces) {
  switch (use.kind) {
    case 'name':
      return node.type === 'Identifier' && use.names.includes(node.name)
    case 'member': {
      const access = readAccess(node)
      if (!access || !use.of.includes(access.of)) return false
      return use.names.length === 0 || access.names.some((name) => use.names.includes(name))
    }
    case 'construct':
      return node.type === 'NewExpression' && use.names.includes(lastName(node.callee))
    case 'emptyDate':
      if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return false
      return lastName(node.callee) === 'Date' && (node.type === 'CallExpression' || node.arguments.length === 0)
    case 'export': {
      if (node.type === 'ImportDeclaration' && sameModule(node.source.value, use.module)) {
        return node.specifiers.some((/** @type {AnyNode} */ one) => use.names.includes(one.imported?.name))
      }
      const access = readAccess(node)
      if (!access?.names.some((name) => use.names.includes(name))) return false
      return use.alsoOf.includes(access.of) || sameModule(namespaces.get(access.of) ?? '', use.module)
    }
  }
}

/**
 * `of.name`, `of['name']`, and `const { name } = of`.
 *
 * @param {AnyNode} node
 * @returns {{ of: string, names: string[] } | undefined}
 */
function readAccess(node) {
  if (node.type === 'MemberExpression') {
    const name = node.computed ? node.property.value : node.property.name
    return { of: lastName(node.object), names: typeof name === 'string' ? [name] : [] }
  }
  if (node.type === 'VariableDeclarator' && node.id.type === 'ObjectPattern' && node.init) {
    const names = node.id.properties.map((/** @type {AnyNode} */ one) => one.key?.name)
    return { of: lastName(node.init), names }
  }
  return undefined
}

/**
 * @param {AnyNode} node
 * @returns {string} the last name of `a.b.name`, through `!`, `?.`, `as`, brackets and await; '' when there is none
 */
function lastName(node) {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'MemberExpression') return node.computed ? '' : node.property.name
  const inner = node.expression ?? node.argument
  return inner ? lastName(inner) : ''
}

/**
 * @param {string} name
 * @param {string} wanted such as node:crypto
 */
const sameModule = (name, wanted) => name === wanted || `node:${name}` === wanted
