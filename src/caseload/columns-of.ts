import type { Assessment } from '../score/needs.js'
import { isData } from '../score/read-values.js'
import type { CaseloadColumns, Column, Given } from './columns.js'

/** The parts of an assessment that hold values by name. */
const BY_NAME: ReadonlySet<string> = new Set(['facts', 'answers', 'scores'])

/** What is told about a case and moves no figure. */
const TOLD: ReadonlySet<string> = new Set(['format', 'case', 'participants', 'outcomes'])

/**
 * Puts assessments side by side, one column an input, for `allocateCaseload`. What is told about a case and moves no
 * figure (its reference, who took part, intended outcomes) is left out, and not checked. No assessments give no columns.
 *
 * @example columnsOf([{ case: 'EX-1', date: '2026-10-01', scores: { points: 145 } }]).columns['scores/points']?.values // [undefined, 145]
 */
export function columnsOf(assessments: Iterable<Assessment>): CaseloadColumns {
  const columns = new Map<string, Growing>()
  let cases = 0
  const put = (path: string, value: Given) => {
    const column: Growing = columns.get(path) ?? { values: [undefined], known: new Map(), codes: [] }
    columns.set(path, column)
    // Cases before this one left it out.
    while (column.codes.length < cases) column.codes.push(0)
    column.codes.push(codeOf(column, value))
  }
  for (const assessment of assessments) {
    for (const [key, value] of entriesOf(assessment)) {
      if (TOLD.has(key) || value === undefined) continue
      if (!BY_NAME.has(key) || !isData(value)) put(key, value)
      else for (const [name, one] of entriesOf(value)) if (one !== undefined) put(`${key}/${name}`, one)
    }
    cases++
  }
  return { cases, columns: Object.fromEntries([...columns].map(([path, column]) => [path, finish(column, cases)])) }
}

/** Of what is no mapping, nothing is given, and the reader says what is missing. */
function entriesOf(value: unknown): [string, Given][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

interface Growing {
  readonly values: Given[]
  readonly known: Map<string, number>
  readonly codes: number[]
}

function codeOf({ values, known }: Growing, value: Given): number {
  const key = keyOf(value)
  const before = key === null ? undefined : known.get(key)
  if (before !== undefined) return before
  if (key !== null) known.set(key, values.length)
  return values.push(value) - 1
}

/** A text that only equal values share; null for what is no plain data, which is then like nothing else. */
function keyOf(value: unknown): string | null {
  if (typeof value === 'string') return `'${value}`
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'object') return null
  const parts = Object.entries(value).map(([key, part]) => [key, keyOf(part)])
  return parts.some(([, part]) => part === null)
    ? null
    : `${Array.isArray(value) ? 'list' : ''}${JSON.stringify(parts)}`
}

function finish({ values, codes }: Growing, cases: number): Column {
  const typed = new (values.length <= 2 ** 8 ? Uint8Array : values.length <= 2 ** 16 ? Uint16Array : Uint32Array)(cases)
  typed.set(codes)
  return { values, codes: typed }
}
