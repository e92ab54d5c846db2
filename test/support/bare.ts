import { type Context, createContext, runInContext } from 'node:vm'

/**
 * A context as bare as those of Google Apps Script and Excel: V8 and nothing of Node or of a page, no code from text. What
 * `without` names is not there either.
 */
export function bareContext(without: readonly string[] = []): Context {
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } })
  runInContext("for (const name of ['console', 'Intl', 'WebAssembly']) delete globalThis[name]", context)
  for (const path of without) runInContext(`delete ${path}`, context)
  return context
}

/** The names that a script puts into the global scope, as properties of it. */
export function namesIn(context: Context): readonly string[] {
  return [...(runInContext('Object.getOwnPropertyNames(globalThis)', context) as string[])]
}

/** What a function of a context gives for arguments that are made there, as a sheet’s are; as plain data of this one. */
export function call(context: Context, name: string, ...args: readonly unknown[]): unknown {
  const written = args.map((arg) => literal(arg)).join(', ')
  const said: string = runInContext(`JSON.stringify(${name}(${written}))`, context)
  return JSON.parse(said)
}

/** A value as source text: data, days and what JSON cannot say. */
function literal(value: unknown): string {
  if (value instanceof Date) return `new Date(${value.getTime()})`
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  return value === undefined ? 'undefined' : JSON.stringify(value)
}
