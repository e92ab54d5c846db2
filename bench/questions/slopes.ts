import { allocate, allocateCaseload, loadTable } from '../../src/index.js'
import { interleaved } from '../rounds.js'
import { assessmentsFor, CASES, columnsFor, type Size, tableText, USUAL } from '../synthetic.js'

/** What one size of an invented table costs. */
export interface Cost {
  readonly size: number
  /** Microseconds to load it, for one budget, and for a case among `CASES`. */
  readonly load: number
  readonly allocate: number
  readonly caseload: number
}

/** By what grows, while all else stays the same. */
export type Slopes = Readonly<Record<keyof Size, readonly Cost[]>>

export function measure(): Slopes {
  return {
    questions: [10, 40, 160].map((questions) => cost(questions, { ...USUAL, questions })),
    rows: [8, 32, 128].map((rows) => cost(rows, { ...USUAL, rows })),
    lines: [4, 16, 64].map((lines) => cost(lines, { ...USUAL, lines })),
  }
}

function cost(size: number, of: Size): Cost {
  const text = tableText(of)
  const table = loadTable(text)
  const cases = assessmentsFor(of, 50)
  const columns = columnsFor(of, CASES)
  const work = {
    load: () => loadTable(text).id.length,
    allocate: (i: number) => {
      const assessment = cases[i % cases.length]
      return assessment ? allocate(assessment, table).total.settled : Number.NaN
    },
    caseload: () => allocateCaseload(table, columns).total.settled[0] ?? 0,
  }
  const { load, allocate: one, caseload } = interleaved<keyof typeof work>(work, 7)
  return { size, load: load.median, allocate: one.median, caseload: caseload.median / CASES }
}
