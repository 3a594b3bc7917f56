/**
 * The layer check: imports point one way, and what has power is touched in one named file (layerRules.mjs).
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseSync, Visitor } from 'vite'
import { root as repository } from '../runtime/paths.mjs'
import { runMain } from '../runtime/say.mjs'
import { isUse } from './doorUses.mjs'
import { doors, layers } from './layerRules.mjs'
import { listFiles, report } from './sources.mjs'

/** @typedef {import('./sources.mjs').Violation} Violation */
/** @typedef {import('./doorUses.mjs').AnyNode} AnyNode */
/** @typedef {{ name: string, start: number }} Imported */

/**
 * @param {string} [root] of the sources, the repository unless given
 * @returns {Violation[]} in order of files
 */
export function checkLayers(root = repository) {
  const files = listFiles(root, ['shared', 'electron', 'renderer'], /\.tsx?$/)
  return files.flatMap((file) => checkFile(file, readFileSync(path.join(root, file), 'utf8')))
}

/**
 * @param {string} file relative path
 * @param {string} source
 * @returns {Violation[]}
 */
export function checkFile(file, source) {
  const parsed = parseSync(file, source)
  if (parsed.errors.length > 0) return [{ file, line: 1, message: `不能解析：${parsed.errors[0]?.message}` }]
  const nodes = collect(parsed.program)
  const namespaces = namespacesOf(nodes)
  /** @param {{ start: number }} at @param {string} message */
  const violation = (at, message) => ({ file, line: lineOf(source, at.start), message })
  return [
    ...importedBy(nodes).flatMap((one) => {
      const message = importProblem(file, one.name)
      return message ? [violation(one, message)] : []
    }),
    ...doorsClosedTo(file).flatMap((door) =>
      nodes
        .filter((node) => isUse(node, door.use, namespaces))
        .map((node) => violation(node, `${door.name} 只能用在 ${door.only.join('、')}：${door.because}`))
    )
  ]
}

/**
 * @param {string} file
 * @param {string} imported as written
 * @returns {string | undefined} what is wrong with it
 */
function importProblem(file, imported) {
  const layer = layerOf(file)
  if (!layer) return undefined
  if (!imported.startsWith('.')) {
    const allowed = layer.packages.some(
      (name) => imported === name || imported.startsWith(name.endsWith(':') ? name : `${name}/`)
    )
    return allowed ? undefined : `${layer.folder}/ 不能引用 ${imported}，只能引用 ${layer.packages.join('、')}`
  }
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), imported.replace(/\?.*$/, '')))
  const inside = (/** @type {string} */ place) => target === place || target.startsWith(`${place}/`)
  if (layer.mayImport.some(inside) && !layer.mayNotImport?.some(inside)) return undefined
  return `${layer.folder}/ 不能引用 ${target}，只能引用 ${layer.mayImport.join('、')}`
}

/** @param {string} file */
function layerOf(file) {
  return layers
    .filter(({ folder }) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0]
}

/** @param {string} file */
function doorsClosedTo(file) {
  return doors.filter(
    ({ within, only }) =>
      within.some((folder) => file.startsWith(`${folder}/`)) &&
      !only.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place))
  )
}

/**
 * @param {AnyNode[]} nodes
 * @returns {Imported[]} static, dynamic, re-exported, required and type-only
 */
function importedBy(nodes) {
  return nodes.flatMap((node) => {
    const source = node.type === 'CallExpression' ? requiredBy(node) : importSources.has(node.type) && node.source
    return typeof source?.value === 'string' ? [{ name: source.value, start: source.start }] : []
  })
}

const importSources = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType'
])

/** @param {AnyNode} call */
const requiredBy = (call) => (call.callee.name === 'require' ? call.arguments[0] : undefined)

/**
 * @param {AnyNode[]} nodes
 * @returns {Map<string, string>} `import crypto from 'node:crypto'` and `import * as crypto …`: local name → module
 */
function namespacesOf(nodes) {
  /** @type {Map<string, string>} */
  const names = new Map()
  for (const node of nodes) {
    if (node.type !== 'ImportDeclaration') continue
    for (const one of node.specifiers) if (one.type !== 'ImportSpecifier') names.set(one.local.name, node.source.value)
  }
  return names
}

/**
 * @param {import('vite').ESTree.Program} program
 * @returns {AnyNode[]} the nodes that any rule looks at
 */
function collect(program) {
  /** @type {AnyNode[]} */
  const nodes = []
  /** @param {AnyNode} node */
  const keep = (node) => void nodes.push(node)
  new Visitor({
    Identifier: keep,
    MemberExpression: keep,
    NewExpression: keep,
    CallExpression: keep,
    VariableDeclarator: keep,
    ImportDeclaration: keep,
    ExportNamedDeclaration: keep,
    ExportAllDeclaration: keep,
    ImportExpression: keep,
    TSImportType: keep
  }).visit(program)
  return nodes
}

/**
 * @param {string} source
 * @param {number} offset
 */
const lineOf = (source, offset) => source.slice(0, offset).split('\n').length

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  void runMain(async () => (report(checkLayers()) > 0 ? 1 : 0))
}
