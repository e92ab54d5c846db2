import type { Assessment } from '../score/needs.js'
import type { CaseloadColumns, Column, Given } from './columns.js'

/** The parts of an assessment that hold values by name, and those that are one value. */
const BY_NAME = ['facts', 'answers', 'scores'] as const
const WHOLE = ['form', 'date', 'exceptional'] as const

/**
 * Puts assessments side by side, one column an input, for `allocateCaseload`. What is told about a case and moves no
 * figure (its reference, who took part, intended outcomes) is left out. No assessments give no columns.
 *
 * @example columnsOf([{ case: 'EX-1', date: '2026-10-01', scores: { points: 145 } }]).columns['scores/points']?.values // [145]
 */
export function columnsOf(assessments: Iterable<Assessment>): CaseloadColumns {
  const columns = new Map<string, Growing>()
  let cases = 0
  const put = (path: string, value: Given) => {
    const column: Growing = columns.get(path) ?? { values: [undefined], known: new Map(), codes: [] }
    columns.set(path, column)
    const key = typeof value === 'string' ? `"${value}` : JSON.stringify(value)
    const code = column.known.get(key) ?? column.values.push(value) - 1
    column.known.set(key, code)
    // Cases before this one left it out.
    while (column.codes.length < cases) column.codes.push(0)
    column.codes.push(code)
  }
  for (const assessment of assessments) {
    for (const part of WHOLE) if (assessment[part] !== undefined) put(part, assessment[part])
    for (const part of BY_NAME)
      for (const [name, value] of Object.entries(assessment[part] ?? {}))
        if (value !== undefined) put(`${part}/${name}`, value)
    cases++
  }
  return { cases, columns: Object.fromEntries([...columns].map(([path, column]) => [path, finish(column, cases)])) }
}

interface Growing {
  readonly values: Given[]
  readonly known: Map<string, number>
  readonly codes: number[]
}

function finish({ values, codes }: Growing, cases: number): Column {
  const typed = new (values.length <= 2 ** 8 ? Uint8Array : values.length <= 2 ** 16 ? Uint16Array : Uint32Array)(cases)
  typed.set(codes)
  return { values, codes: typed }
}
