import { cellsOf } from '../../src/caseload/sheet/cells-of.js'
import { columnName } from '../../src/caseload/sheet/header.js'
import { headingsFor } from '../../src/caseload/sheet/headings.js'
import type { AllocationTable, Amount, Assessment, IndicativeBudget } from '../../src/index.js'
import { planOf } from '../../src/load/table.js'

/** An assessment as a sheet has it: names in one column, values in the next, blank where nothing is given. */
export interface InCells {
  readonly names: readonly string[]
  readonly values: readonly string[]
}

export function inCells(assessment: Assessment, tables: readonly AllocationTable[]): InCells {
  const known = headingsFor(tables.map(planOf))
  const cells = cellsOf({ ...assessment, answers: bare(assessment.answers) } as never, known)
  // Of a form that is given for all and for one table only one can have a name.
  const used = known.map((heading, i) => ({ heading, cell: cells[i] ?? '' }))
  const given = new Set(used.flatMap(({ heading, cell }) => (cell === '' ? [] : [heading.path])))
  const kept = used.filter(({ heading, cell }) => cell !== '' || heading.path !== 'form' || !given.has('form'))
  return { names: kept.map(({ heading }) => columnName(heading, known)), values: kept.map(({ cell }) => cell) }
}

/** Answers without what stands beside them and moves no figure: evidence, whose view it was. */
function bare(answers: Assessment['answers'] = {}): Assessment['answers'] {
  const one = (answer: NonNullable<Assessment['answers']>[string]) =>
    typeof answer === 'object' && 'level' in answer && answer.level !== undefined ? answer.level : answer
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, one(answer)]))
}

export const column = (cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell])

/** A value as Google Sheets hands it over: numbers, booleans and days are of their kind, the rest is text. */
export function asSheetsGives(cell: string): unknown {
  if (/^-?\d+(\.\d+)?$/.test(cell)) return Number(cell)
  if (/^\d{4}-\d\d-\d\d$/.test(cell)) {
    const [year = 0, month = 1, day = 1] = cell.split('-').map(Number)
    return new Date(year, month - 1, day)
  }
  return cell === 'yes' || cell === 'true' ? true : cell === 'no' || cell === 'false' ? false : cell
}

/** A value as Excel hands it over where text is asked: a day as its number, a tick as TRUE. */
export function asExcelGives(cell: string): unknown {
  if (/^\d{4}-\d\d-\d\d$/.test(cell)) return String(Date.parse(`${cell}T00:00:00Z`) / 86_400_000 + 25569)
  return cell === 'yes' || cell === 'true' ? 'TRUE' : cell === 'no' || cell === 'false' ? 'FALSE' : cell
}

/** What RAS_TOTAL must show of a budget, worked out here in its own way. */
export function totalOf({ total: { settled, waiting } }: IndicativeBudget): unknown {
  const [whole, rest] = [Math.floor(settled / 100), String(settled % 100).padStart(2, '0')]
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
  return waiting.length === 0 ? settled / 100 : `at least £${grouped}.${rest}`
}

/** The figures that RAS_BUDGET must show: part, id, amount, state, setting of every line, stream, funder and total. */
export function figuresOf(budget: IndicativeBudget): readonly unknown[][] {
  const amount = (one: Amount) => (one.state === 'settled' ? one.pence / 100 : '')
  const total = (of: IndicativeBudget['total']) => totalOf({ ...budget, total: of })
  const state = (of: IndicativeBudget['total']) => (of.waiting.length === 0 ? 'settled' : 'at least')
  const inSetting = budget.settings.flatMap(({ setting, lines, streams, total: sum }) => [
    ...lines.map((line) => ['line', line.id, amount(line.amount), line.amount.state, setting]),
    ...streams.map((one) => ['stream', one.stream, total(one), state(one), setting]),
    ['total', 'total', total(sum), state(sum), setting],
  ])
  return [
    ...budget.lines.map((line) => ['line', line.id, amount(line.amount), line.amount.state, '']),
    ...budget.streams.map((one) => ['stream', one.stream, total(one), state(one), '']),
    ...budget.funders.map(({ id, pence }) => {
      const { waiting } = budget.total
      const own = { settled: pence, refused: [], waiting: waiting.filter(({ line }) => sameTable(line, id)) }
      return ['funder', id, total(own), state(own), '']
    }),
    ['total', 'total', total(budget.total), state(budget.total), ''],
    ...inSetting,
  ]
}

/** Of several tables, whether a line and a funder are of the same. */
function sameTable(line: string, funder: string): boolean {
  const table = (name: string) => (name.includes('/') ? name.slice(0, name.indexOf('/')) : '')
  return table(line) === table(funder)
}

/** The same of what RAS_BUDGET showed. */
export function figuresIn(rows: readonly (readonly unknown[])[]): readonly unknown[][] {
  return rows
    .slice(1)
    .filter(([part]) => part !== 'table' && part !== 'notice')
    .map(([part, id, , amount, state, , , setting]) => [part, id, amount, state, setting])
}

/** The flags that RAS_FLAGS must show: id, state, setting. */
export function flagsOf(budget: IndicativeBudget): readonly unknown[][] {
  const state = (is: string) => (is === 'unknown' ? 'not known yet' : is)
  return [
    ...budget.flags.map((flag) => [flag.id, state(flag.state), '']),
    ...budget.settings.flatMap(({ setting, flags }) => flags.map((flag) => [flag.id, state(flag.state), setting])),
  ]
}

export function flagsIn(rows: readonly (readonly unknown[])[]): readonly unknown[][] {
  return rows.slice(1).map(([id, state, , , , setting]) => [id, state, setting])
}
