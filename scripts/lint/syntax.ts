// The little of ESLint's rule API and of its syntax tree that the house rules use. oxlint speaks it; TypeScript's
// own packages for it need a TypeScript with a JavaScript API, which TypeScript 7 doesn't have.

import { posix, relative, sep } from 'node:path'

export interface Node {
  readonly type: string
  readonly [member: string]: unknown
}

export interface RuleContext {
  readonly filename: string
  readonly cwd: string
  report(problem: { node: Node; message: string }): void
}

export type Visitor = Readonly<Record<string, (node: Node) => void>>

export interface Rule {
  create(context: RuleContext): Visitor
}

/** The file's path from the root of the repository, with slashes. */
export function fileOf({ cwd, filename }: RuleContext): string {
  return relative(cwd, filename).split(sep).join('/')
}

export const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)

export const isFixture = (file: string): boolean => file.includes('/fixtures/')

export interface Import {
  readonly node: Node
  /** As written between the quotes. */
  readonly from: string
  readonly typeOnly: boolean
  /** Undefined where all of a module is taken: by a namespace, by default, by `import()` or `require()`. */
  readonly names: readonly string[] | undefined
}

/** Calls back for each way in which one module can take in another. */
export function onImports(seen: (found: Import) => void): Visitor {
  const fromStatement = (node: Node) => {
    const from = literal(node.source)
    if (from === undefined) return
    const specifiers = nodes(node.specifiers)
    const typed = (each: Node) => (each.importKind ?? each.exportKind) === 'type'
    const typeOnly =
      (node.importKind ?? node.exportKind) === 'type' || (specifiers.length > 0 && specifiers.every(typed))
    seen({ node, from, typeOnly, names: namesOf(specifiers.filter((each) => !typed(each))) })
  }
  const whole = (node: Node, source: unknown, typeOnly: boolean) => {
    const from = literal(source)
    if (from !== undefined) seen({ node, from, typeOnly, names: undefined })
  }
  return {
    ImportDeclaration: fromStatement,
    ExportNamedDeclaration: fromStatement,
    ExportAllDeclaration: fromStatement,
    ImportExpression: (node) => whole(node, node.source, false),
    TSImportType: (node) => whole(node, node.source ?? node.argument, true),
    CallExpression: (node) => {
      if (isRequire(node.callee)) whole(node, nodes(node.arguments)[0], false)
    },
  }
}

function namesOf(specifiers: readonly Node[]): readonly string[] | undefined {
  const names = specifiers.map(({ imported, local, type }) =>
    type === 'ExportSpecifier' ? name(local) : name(imported),
  )
  return names.every((each) => each !== undefined) ? names : undefined
}

function isRequire(callee: unknown): boolean {
  if (!isNode(callee)) return false
  if (callee.type === 'MemberExpression')
    return isRequire(callee.object) && name(callee.property) === 'resolve'
  return callee.type === 'Identifier' && callee.name === 'require'
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

export const nodes = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : [])

/** An identifier's name, or a string's text where a name is written as a string. */
export function name(value: unknown): string | undefined {
  if (!isNode(value)) return undefined
  return typeof value.name === 'string' ? value.name : literal(value)
}

function literal(value: unknown): string | undefined {
  if (!isNode(value)) return undefined
  if (value.type === 'TSLiteralType') return literal(value.literal)
  return typeof value.value === 'string' ? value.value : undefined
}

/** The path of one of our files that is imported by its relative path. */
export function ourFile(importer: string, from: string): string | undefined {
  return from.startsWith('.') ? posix.join(posix.dirname(importer), from) : undefined
}

/** 'react-dom/client' is of the package 'react-dom'. */
export function packageOf(from: string): string {
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')
}
