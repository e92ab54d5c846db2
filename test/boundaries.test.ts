import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { VERSION } from '../src/version.js'

/** The stages, first to last. A stage imports from those before it and from itself; a row's members not from each other. */
const STAGES = [
  ['words'],
  ['load'],
  ['score'],
  ['allocate'],
  ['explain', 'caseload'],
  ['audit', 'after'],
  ['report', 'workbook', 'sheet'],
  ['cli'],
]

/** Who may import what from outside. Nothing else is imported from outside at all. */
const OUTSIDE: Readonly<Record<string, RegExp>> = {
  'decimal.js': /./,
  '@noble/hashes': /^src\/load\//,
  zod: /^src\/load\//,
  yaml: /^src\/load\/source\.ts$/,
  commander: /^src\/cli\//,
  hucre: /^src\/workbook\/xlsx\//,
}

/** What makes a figure, and the only files that may have it: one engine, for one budget and for a caseload. */
const ENGINE: Readonly<Record<string, RegExp>> = {
  'src/pence.ts divide': /^src\/allocate\/(price|changes)\.ts$/,
  'src/pence.ts share': /^src\/allocate\/split\.ts$/,
  'src/allocate/price.ts price': /^src\/allocate\/line\.ts$/,
  'src/allocate/changes.ts change': /^src\/allocate\/line\.ts$/,
}

/** Where a cast is how a brand or a checked value gets its type. Elsewhere a cast hides a question. */
const MAY_CAST = /^src\/(pence\.ts|diagnostic\.ts|load\/)/

const LONGEST = 250

interface Source {
  readonly name: string
  readonly text: string
}

/** A rule: what is wrong with a file, each thing with its line. */
type Rule = (file: ts.SourceFile) => { readonly node: ts.Node; readonly wrong: string }[]

const rules: Readonly<Record<string, Rule>> = {
  'a stage imports only from the stages before it': (file) =>
    imports(file).flatMap(({ node, from }) => {
      if (!from.startsWith('.')) return []
      const target = targetOf(file, from)
      const [mine, theirs] = [stage(file.fileName), stage(target)]
      if (mine === 'index' || mine === theirs) return []
      if (theirs === 'index') return mine === 'cli' ? [] : [{ node, wrong: `${mine} imports the index` }]
      return rank(theirs) < rank(mine) ? [] : [{ node, wrong: `${mine} imports ${theirs}: ${target}` }]
    }),

  'only the command line imports from Node': (file) =>
    stage(file.fileName) === 'cli'
      ? []
      : imports(file).flatMap(({ node, from }) => (isBuiltin(from) ? [{ node, wrong: `imports ${from}` }] : [])),

  'each dependency has its place': (file) =>
    imports(file).flatMap(({ node, from }) => {
      if (from.startsWith('.') || isBuiltin(from)) return []
      const [first = '', second] = from.split('/')
      const place = OUTSIDE[first.startsWith('@') ? `${first}/${second}` : first]
      return place?.test(file.fileName) ? [] : [{ node, wrong: `imports ${from}` }]
    }),

  'there is one engine': (file) =>
    imports(file).flatMap(({ node, from }) =>
      nodes(node).flatMap((one) => {
        if (!ts.isImportSpecifier(one) && !ts.isExportSpecifier(one)) return []
        const name = `${targetOf(file, from)} ${(one.propertyName ?? one.name).text}`
        const place = Object.hasOwn(ENGINE, name) ? ENGINE[name] : undefined
        return place && !place.test(file.fileName) ? [{ node: one, wrong: `imports ${name}` }] : []
      }),
    ),

  'no type is switched off': (file) => [
    ...nodes(file).flatMap((node) => {
      if (node.kind === ts.SyntaxKind.AnyKeyword) return [{ node, wrong: 'any' }]
      if (ts.isNonNullExpression(node)) return [{ node, wrong: node.getText(file) }]
      const cast = ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)
      if (!cast || ts.isConstTypeReference(node.type) || MAY_CAST.test(file.fileName)) return []
      return [{ node, wrong: `as ${node.type.getText(file)}` }]
    }),
    ...(file.text.match(/@ts-(ignore|expect-error|nocheck)/g) ?? []).map((wrong) => ({ node: file, wrong })),
  ],

  'no clock, chance or locale reaches a figure': (file) =>
    stage(file.fileName) === 'cli'
      ? []
      : nodes(file).flatMap((node) => {
          const call = ts.isCallExpression(node) || ts.isNewExpression(node) ? node.expression.getText(file) : ''
          const now =
            call === 'Date' && (ts.isCallExpression(node) || !(ts.isNewExpression(node) && node.arguments?.length))
          const impure = /^(Math\.random|Date\.now|performance\.now|Intl\.\w+)$|\.(toLocale\w+|localeCompare)$/
          return now || impure.test(call) ? [{ node, wrong: call }] : []
        }),

  'the index is a list of named re-exports': (file) =>
    file.fileName !== 'src/index.ts'
      ? []
      : file.statements.flatMap((node) => {
          const listed = ts.isExportDeclaration(node) && node.moduleSpecifier && node.exportClause
          return listed && ts.isNamedExports(listed) ? [] : [{ node, wrong: node.getText(file).split('\n')[0] ?? '' }]
        }),

  [`no file is longer than ${LONGEST} lines`]: (file) => {
    const lines = file.text.trimEnd().split('\n').length
    return lines > LONGEST ? [{ node: file, wrong: `${lines} lines` }] : []
  },
}

const sources = read('src')

describe('the source keeps to its boundaries', () => {
  test.each(Object.keys(rules))('%s', (rule) => {
    expect(check(rule, sources)).toEqual([])
  })

  test('the version in the source is the version of the package', () => {
    expect(VERSION).toBe(manifest.version)
  })
})

describe('each rule bites', () => {
  test.each([
    ['a stage imports only from the stages before it', 'src/score/a.ts', "import type { B } from '../allocate/b.js'"],
    ['a stage imports only from the stages before it', 'src/pence.ts', "export { b } from './load/b.js'"],
    ['a stage imports only from the stages before it', 'src/load/a.ts', "type B = import('../score/b.js').B"],
    ['a stage imports only from the stages before it', 'src/explain/a.ts', "import { b } from '../index.js'"],
    ['a stage imports only from the stages before it', 'src/audit/a.ts', "import { b } from '../after/b.js'"],
    ['only the command line imports from Node', 'src/load/a.ts', "import { readFileSync } from 'node:fs'"],
    ['only the command line imports from Node', 'src/load/a.ts', "const { join } = await import('path')"],
    ['each dependency has its place', 'src/load/a.ts', "import { parse } from 'yaml'"],
    ['each dependency has its place', 'src/explain/a.ts', "import * as z from 'zod/mini'"],
    ['each dependency has its place', 'src/cli/a.ts', "import chalk from 'chalk'"],
    ['there is one engine', 'src/caseload/a.ts', "import { divide } from '../pence.js'"],
    ['there is one engine', 'src/caseload/a.ts', "import { price as worked } from '../allocate/price.js'"],
    ['there is one engine', 'src/audit/a.ts', "import { change } from '../allocate/changes.js'"],
    ['there is one engine', 'src/audit/a.ts', "export { divide } from '../pence.js'"],
    ['no type is switched off', 'src/score/a.ts', 'const a: any = 1'],
    ['no type is switched off', 'src/score/a.ts', 'const a = b as string'],
    ['no type is switched off', 'src/score/a.ts', 'const a = b!'],
    ['no type is switched off', 'src/load/a.ts', 'const a: string = 1 // @ts-expect-error'],
    ['no clock, chance or locale reaches a figure', 'src/allocate/a.ts', 'const a = new Date()'],
    ['no clock, chance or locale reaches a figure', 'src/allocate/a.ts', 'const a = b.toLocaleString()'],
    ['the index is a list of named re-exports', 'src/index.ts', "export * from './pence.js'"],
    ['the index is a list of named re-exports', 'src/index.ts', 'export const a = 1'],
  ])('%s: %s %s', (rule, name, text) => {
    expect(check(rule, [{ name, text }])).toHaveLength(1)
  })

  test('one line too many is too many', () => {
    const files = [LONGEST, LONGEST + 1].map((lines) => ({ name: `src/${lines}.ts`, text: 'a()\n'.repeat(lines) }))
    expect(check(`no file is longer than ${LONGEST} lines`, files)).toEqual(['src/251.ts:1 251 lines'])
  })

  test.each([
    ['a stage imports only from the stages before it', 'src/cli/a.ts', "import { b } from '../index.js'"],
    ['a stage imports only from the stages before it', 'src/explain/a.ts', "import { b } from '../load/shape/b.js'"],
    ['only the command line imports from Node', 'src/cli/a.ts', "import { readFileSync } from 'node:fs'"],
    ['each dependency has its place', 'src/load/hash.ts', "import { sha256 } from '@noble/hashes/sha2.js'"],
    ['there is one engine', 'src/caseload/a.ts', "import { priceInEach } from '../allocate/settings.js'"],
    ['there is one engine', 'src/after/a.ts', "import { price } from './price-how.js'"],
    ['no type is switched off', 'src/pence.ts', 'const a = b as Pence'],
    ['no type is switched off', 'src/score/a.ts', "const a = ['b'] as const"],
    ['no clock, chance or locale reaches a figure', 'src/allocate/a.ts', 'const a = new Date(0)'],
    ['the index is a list of named re-exports', 'src/index.ts', "export { a, type B } from './pence.js'"],
  ])('and lets the rest be: %s: %s %s', (rule, name, text) => {
    expect(check(rule, [{ name, text }])).toEqual([])
  })
})

/** Every breach of a rule, as `file:line what`. */
function check(rule: string, files: readonly Source[]): string[] {
  return files.flatMap(({ name, text }) => {
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true)
    const found = rules[rule]?.(file) ?? [{ node: file, wrong: `no such rule: ${rule}` }]
    return found.map(({ node, wrong }) => {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
      return `${name}:${line} ${wrong}`
    })
  })
}

/** The TypeScript files below a folder, in order. */
function read(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => ({ name, text: readFileSync(name, 'utf8') }))
}

/** The folder below `src` that a file is in. Files beside the index are the words that every stage shares. */
function stage(name: string): string {
  const [, folder, ...rest] = name.split('/')
  if (rest.length > 0) return folder ?? ''
  return folder === 'index.ts' ? 'index' : 'words'
}

/** A stage that is not listed comes after all that are, so that it has to be listed. */
function rank(name: string): number {
  const found = STAGES.findIndex((row) => row.includes(name))
  return found < 0 ? STAGES.length : found
}

function isBuiltin(name: string): boolean {
  return name.startsWith('node:') || builtinModules.includes(name)
}

/** Every node of a file, in order. */
function nodes(root: ts.Node): ts.Node[] {
  const found: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(root)
  return found
}

/** Everything a file imports, whether for its values or its types, at the top or on the way. */
function imports(file: ts.SourceFile): { readonly node: ts.Node; readonly from: string }[] {
  return nodes(file).flatMap((node) => {
    const from = specifier(node)
    return from && ts.isStringLiteralLike(from) ? [{ node, from: from.text }] : []
  })
}

/** The file that a relative import leads to. */
function targetOf(file: ts.SourceFile, from: string): string {
  return path.posix.join(path.posix.dirname(file.fileName), from).replace(/\.js$/, '.ts')
}

function specifier(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isExternalModuleReference(node)) return node.expression
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal
  const dynamic = ts.isCallExpression(node) && /^(import|require)$/.test(node.expression.getText())
  return dynamic ? node.arguments[0] : undefined
}
