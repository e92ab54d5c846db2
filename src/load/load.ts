import { type Finding, type Located, MOST_FINDINGS, sortFindings } from '../diagnostic.js'
import { pointer } from '../pointer.js'
import { CHECKS } from './checks/index.js'
import { checkRouting } from './checks/routing.js'
import { compile } from './compile/compile.js'
import { hashOf } from './hash.js'
import { FORBIDDEN, MAX_DEPTH } from './limits.js'
import { salvage } from './loose.js'
import { checkShape } from './shape-findings.js'
import { readSource, unplaced } from './source.js'
import { type AllocationTable, type Origin, register } from './table.js'
import { type TableError, tableError } from './table-error.js'

export type TableResult =
  | { readonly success: true; readonly data: AllocationTable; readonly warnings: readonly Located[] }
  | { readonly success: false; readonly error: TableError; readonly warnings: readonly Located[] }

/**
 * Loads an allocation table from YAML text: read, checked, hashed, compiled and frozen.
 *
 * `file` is only used in positions. Money and points are read as written, never through a binary fraction.
 *
 * @throws TableError carrying every finding, located at file:line:column, when there is any error. Warnings do not throw.
 * @example loadTable(text, { file: 'tables/norfolk/short-breaks-primary.yaml' }).id // 'norfolk-short-breaks-primary'
 */
export function loadTable(text: string, options: { readonly file?: string } = {}): AllocationTable {
  const result = safeLoadTable(text, options)
  if (!result.success) throw result.error
  return result.data
}

/** As {@link loadTable}, for text that is not trusted: gives the table and its warnings, or the error. Never throws. */
export function safeLoadTable(text: string, options: { readonly file?: string } = {}): TableResult {
  const file = options.file ?? 'table.yaml'
  if (typeof text !== 'string')
    return refused(
      [
        unplaced(
          {
            code: 'RAS103',
            at: '',
            on: 'value',
            data: { expected: 'text', got: text === undefined || text === null ? 'nothing' : typeof text },
          },
          file,
        ),
      ],
      file,
    )
  const source = readSource(text, file)
  return source.tree === undefined ? refused(source.findings, file) : admit(source.tree, source.locate, { file, text })
}

/**
 * Admits a table that crossed a process, a store or a module format as JSON. Its findings have pointers, not lines.
 *
 * @throws TableError when it is not a valid table, exactly as {@link loadTable}.
 */
export function tableFromJson(json: unknown): AllocationTable {
  const file = 'table.json'
  const locate = (found: Finding) => unplaced(found, file)
  const unsafe = unsafeKey(json, [])
  const result = unsafe ? refused([locate(unsafe)], file) : admit(json, locate, { file, text: null })
  if (!result.success) throw result.error
  return result.data
}

function admit(tree: unknown, locate: (finding: Finding) => Located, origin: Origin): TableResult {
  const { file } = origin
  const { table, findings: shape } = checkShape(tree)
  const loose = salvage(tree, shape)
  const found = [...shape, ...CHECKS.flatMap((check) => check(loose))].slice(0, MOST_FINDINGS).map(locate)
  if (!table || found.some(({ severity }) => severity === 'error')) return refused(found, file)
  const hash = hashOf(table)
  const { plan, findings } = compile(table, hash)
  const all = sortFindings([...found, ...[...findings, ...checkRouting(plan)].map(locate)])
  if (all.some(({ severity }) => severity === 'error')) return refused(all, file)
  return { success: true, data: register(table, plan, origin), warnings: all }
}

function refused(findings: readonly Located[], file: string): TableResult {
  const sorted = sortFindings(findings)
  const errors = sorted.filter(({ severity }) => severity === 'error')
  return {
    success: false,
    error: tableError(errors, file),
    warnings: sorted.filter(({ severity }) => severity === 'warning'),
  }
}

/** The most values that are read from data; the same object in two places counts twice, as it would in JSON. */
const MAX_VALUES = 200_000

function unsafeKey(value: unknown, at: readonly PropertyKey[], seen = { values: 0 }): Finding | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (at.length >= MAX_DEPTH || ++seen.values > MAX_VALUES)
    return { code: 'RAS005', at: pointer(at), on: 'value', data: { limit: MAX_DEPTH } }
  for (const key of Object.keys(value)) {
    if (FORBIDDEN.has(key)) return { code: 'RAS008', at: pointer([...at, key]), on: 'key', data: { key } }
    const inner = unsafeKey(Reflect.get(value, key), [...at, key], seen)
    if (inner) return inner
  }
  return undefined
}
