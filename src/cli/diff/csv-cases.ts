import type { Given } from '../../caseload/columns.js'
import { cellValue } from '../../caseload/sheet/cell-value.js'
import type { Plan } from '../../load/plan.js'
import { BLOCK } from '../batch/block.js'
import type { Filling, Sheet } from '../batch/csv-filling.js'
import type { DiffRow } from './rows.js'
import type { TwoSheets } from './two-sheets.js'

/** Makes assessments of the rows of a sheet, one for each table. */
export function fillWithCases(sheets: TwoSheets, earlier: Plan, later: Plan): Filling<readonly DiffRow[]> {
  const [forOld, forNew] = [assessmentIn(sheets.old, earlier), assessmentIn(sheets.new, later)]
  const caseAt = sheets.old.headings.findIndex((heading) => heading?.path === 'case')
  let rows: DiffRow[] = []
  let cells: string[] = []
  const reference = () => cells[caseAt] ?? ''
  return {
    cell: (place, bytes, from, to) => {
      cells[place] = bytes.toString('utf8', from, to)
    },
    keep: (row) => {
      rows.push({ is: 'case', row, case: reference(), old: forOld(cells), new: forNew(cells) })
      cells = []
    },
    tell: (row, column, fault) => {
      rows.push({ is: 'trouble', trouble: { is: 'sheet', row, case: reference(), column, fault } })
      cells = []
    },
    blank: () => {
      cells = []
    },
    isFull: () => rows.length >= BLOCK,
    take: () => {
      const taken = rows
      rows = []
      return taken
    },
  }
}

/** The assessment that a table is given in the cells of a row. An empty cell is left out. */
function assessmentIn({ headings }: Sheet, plan: Plan): (cells: readonly string[]) => unknown {
  const paths = [...new Set(headings.flatMap((heading) => (heading ? [heading.path] : [])))]
  const inputs = paths.map((path) => {
    const slash = path.indexOf('/')
    const columns = headings.flatMap((heading, at) =>
      heading?.path === path ? [{ at, part: heading.part ?? '' }] : [],
    )
    const [within, name] = slash < 0 ? [null, path] : [path.slice(0, slash), path.slice(slash + 1)]
    return { within, name, columns, value: cellValue(path, [plan]) }
  })
  return (cells) => {
    const whole: [string, Given][] = []
    const parts = new Map<string, [string, Given][]>()
    for (const { within, name, columns, value } of inputs) {
      const filled = columns.map(({ at, part }) => ({ part, text: cells[at] ?? '' })).filter(({ text }) => text !== '')
      const given = value(filled)
      if (given === undefined) continue
      const into = within === null ? whole : (parts.get(within) ?? [])
      into.push([name, given])
      if (within !== null) parts.set(within, into)
    }
    // Made from entries, a name such as `__proto__` is a name like any other.
    return Object.fromEntries([
      ...whole,
      ...[...parts].map(([part, values]) => [part, Object.fromEntries(values)] as const),
    ])
  }
}
