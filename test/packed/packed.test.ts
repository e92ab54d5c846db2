import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { bundle } from '../../scripts/bundle.js'
import { install, root, run } from './install.js'

const TABLE = 'node_modules/send-ras/tables/norfolk/short-breaks-primary.yaml'

let folder: string
/** What the library said when imported: every other way must say the same. */
let imported: string

beforeAll(() => {
  folder = install()
  imported = run('node', ['esm.mjs', TABLE], folder).trim()
})

afterAll(() => rmSync(path.dirname(folder), { recursive: true, force: true }))

describe('the package', () => {
  test('holds its documents, tables and schemas, and no path of the machine that packed it', () => {
    const home = path.join(folder, 'node_modules/send-ras')
    const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(path.join(home, name)).isFile(),
    )
    for (const needed of ['README.md', 'LICENSE', 'CHANGELOG.md', 'dist/index.js', 'dist/index.cjs', 'dist/cli.js']) {
      expect(files).toContain(needed)
    }
    expect(files.filter((name) => readFileSync(path.join(home, name), 'utf8').includes(root))).toEqual([])
  })

  test('brings its dependencies and nothing below them', () => {
    const installed = readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))
    expect(installed).toEqual([...Object.keys(manifest.dependencies), 'send-ras'].sort())
  })
})

describe('the library', () => {
  test('imported as an ES module, gives a budget and its words', () => {
    const { budget, words, changes, total } = JSON.parse(imported)
    expect(budget.total).toEqual({ settled: 280000, waiting: [], refused: [] })
    expect(words).toContain('£2,800')
    expect(changes).toMatchObject([{ before: '2800.00', after: '3000.00' }])
    expect(total).toBe(2800)
  })

  test('required as CommonJS, gives the same bytes', () => {
    expect(run('node', ['cjs.cjs', TABLE], folder).trim()).toBe(imported)
  })

  test('makes a workbook of a table that the main entry loaded, as either kind of module and as the command', async () => {
    const made = run('node', ['workbook.mjs', TABLE], folder)
    expect(JSON.parse(made)).toMatchObject({ begins: 'PK' })
    expect(run('node', ['workbook.cjs', TABLE], folder)).toBe(made)
    run('npx', ['--no-install', 'ras', 'workbook', TABLE, '-o', 'norfolk.xlsx'], folder)
    const bytes = readFileSync(path.join(folder, 'norfolk.xlsx'))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(JSON.parse(made).hash)
  })

  test('in a bare V8 context, without globals, gives the same bytes', async () => {
    const context = createContext({}, { codeGeneration: { strings: false, wasm: false } })
    const left: string[] = runInContext(
      `for (const name of ['console', 'Intl', 'WebAssembly']) delete globalThis[name]
      Object.getOwnPropertyNames(globalThis).filter((name) => /^[a-z]/.test(name)).sort()`,
      context,
    )
    expect([...left]).toEqual([
      ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'eval', 'globalThis'],
      ...['isFinite', 'isNaN', 'parseFloat', 'parseInt', 'undefined', 'unescape'],
    ])
    runInContext(
      await bundle("export * from 'send-ras'\nexport * from 'send-ras/diff'\nexport * from 'send-ras/sheet'", folder),
      context,
    )
    context.text = readFileSync(path.join(folder, TABLE), 'utf8')
    const work = readFileSync(path.join(folder, 'work.cjs'), 'utf8')
    expect(runInContext(`const module = {}; ${work}; module.exports(ras, text)`, context)).toBe(imported)
  })
})

describe('the types', () => {
  test.each(['node16', 'bundler'])('hold under %s resolution', (resolution) => {
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
    expect(run('node', [tsc, '-p', `tsconfig.${resolution}.json`], folder)).toBe('')
  })
})

describe('the command', () => {
  test('says its version', () => {
    expect(run('npx', ['--no-install', 'ras', '--version'], folder).trim()).toBe(manifest.version)
  })

  test('allocates the packed assessment against the packed table', () => {
    const [, , ...args] = manifest.scripts.demo.split(' ')
    const packed = args.map((arg) => (/^(fixtures|tables)\//.test(arg) ? `node_modules/send-ras/${arg}` : arg))
    expect(run('npx', ['--no-install', 'ras', ...packed], folder)).toMatch(/£\d/)
  })
})
