import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { notices } from './notices.js'

const root = path.resolve(import.meta.dirname, '..')

/** What engines of 2020 have not got, and the functions ask for. Where an engine has it, it stays as it is. */
const OLDER = `function lacks(of, name, value) {
  if (!of[name]) Object.defineProperty(of, name, { value: value, writable: true, configurable: true })
}
lacks(Object, 'hasOwn', function (of, name) { return Object.prototype.hasOwnProperty.call(of, name) })
lacks(Array.prototype, 'at', function (i) { return this[i < 0 ? this.length + i : i] })
lacks(String.prototype, 'at', function (i) { return this[i < 0 ? this.length + i : i] })
lacks(String.prototype, 'replaceAll', function (what, by) {
  var all = what instanceof RegExp ? what : new RegExp(String(what).replace(/[.*+?^$\{}()|[\\]\\\\]/g, '\\\\$&'), 'g')
  return this.replace(all, by)
})
`

/**
 * The functions for cells as one script that leaves them in a variable `ras`, for engines of 2020 and later, with
 * everything that they need inside and its licences at the end, as they ask. `licences` is where those are written, too.
 */
export async function sheetLibrary(licences: string): Promise<string> {
  const code = [
    "export { excelFunctions } from './src/sheet/excel-functions.ts'",
    "export { sheetFunctions } from './src/sheet/functions.ts'",
  ]
  const { outputFiles } = await build({
    stdin: { contents: code.join('\n'), resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: 'ras',
    target: 'es2020',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    legalComments: 'none',
    logLevel: 'silent',
    // Editors of hosts show a script as it was pasted: plain ASCII survives every way of copying it.
    charset: 'ascii',
    plugins: [notices(licences)],
  })
  const own = readFileSync(path.join(root, 'LICENSE'), 'utf8').trim()
  const all = `send-ras\n\n${own}\n\n${readFileSync(licences, 'utf8').trim()}`
  // What would be kept for the whole of a page (zod does) is kept in here, so that the global scope stays as it is.
  const kept = `var ras = (function (globalThis) {\n${OLDER}${outputFiles[0]?.text.trimEnd() ?? ''}\nreturn ras\n})({})`
  return `${kept}\n/*\n${all.replaceAll('*/', '* /')}\n*/\n`
}
