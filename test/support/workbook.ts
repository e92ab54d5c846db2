import type { BudgetLine, IndicativeBudget, Share } from '../../src/allocate/budget.js'
import type { AllocationTable } from '../../src/index.js'
import { planOf } from '../../src/load/table.js'
import { together } from '../../src/load/together.js'
import { readCase } from '../../src/score/read-assessment.js'
import { readTogether } from '../../src/score/read-together.js'
import { filledIn, type Read, saidApart } from '../../src/workbook/fill.js'
import type { Inputs } from '../../src/workbook/formula/evaluate.js'
import type { Value } from '../../src/workbook/formula/value.js'
import type { Program } from '../../src/workbook/program/program.js'
import { programOf } from '../../src/workbook/program/program-of.js'

/** An assessment as each of some tables reads it. */
function readBy(tables: AllocationTable | readonly AllocationTable[], assessment: unknown): readonly Read[] {
  const plans = inOrder(tables).map(planOf)
  const [plan] = plans
  if (plans.length === 1 && plan) {
    const { reading, findings } = readCase(plan, assessment)
    if (!reading) throw new Error(JSON.stringify(findings))
    return [{ plan, reading }]
  }
  const { reading } = readTogether(plans, assessment)
  if (!reading) throw new Error('The assessment does not fit.')
  return reading.each
}

function inOrder(tables: AllocationTable | readonly AllocationTable[]): readonly AllocationTable[] {
  const used = together(tables)
  if (!used.success) throw used.error
  return used.data
}

/** The program of some tables and an assessment filled in; null where a workbook cannot say it. */
export function filledProgram(tables: AllocationTable | readonly AllocationTable[], assessment: unknown) {
  const each = readBy(tables, assessment)
  const made = programOf(inOrder(tables), saidApart(each))
  return made.success ? { program: made.data, inputs: filledIn(made.data, each) } : null
}

/** The program of some tables; null where a workbook cannot say them. */
export function sayable(tables: AllocationTable | readonly AllocationTable[]): Program | null {
  const made = programOf(inOrder(tables))
  return made.success ? made.data : null
}

/** The program of some tables, which a workbook can say. */
export function programFor(tables: AllocationTable | readonly AllocationTable[]): Program {
  const made = programOf(inOrder(tables))
  if (!made.success) throw new Error(made.refused.map(({ at, why }) => `${at}: ${why}`).join('\n'))
  return made.data
}

/** What stands in the questionnaire for an assessment that these tables can read. */
export function inputsFor(
  program: Program,
  tables: AllocationTable | readonly AllocationTable[],
  assessment: unknown,
): Inputs {
  return filledIn(program, readBy(tables, assessment))
}

const TRUTH = { yes: 1, no: 0, unknown: 0.5 } as const

/** What a workbook must say of a budget of one table, by quantity. */
export function expectedOf(budget: IndicativeBudget, table: string): ReadonlyMap<string, Value> {
  const all = new Map<string, Value>([
    ['ready', 1],
    ['missing', 0],
    ['total/settled', budget.total.settled],
    ['total/open', budget.total.waiting.length],
  ])
  const put = (id: string, value: Value) => all.set(`${table}/${id}`, value)
  const shares = (at: string, of: readonly Share[]) => {
    for (const { id, pence } of of) put(`${at}/${id}`, pence)
  }
  const totals = (at: string, { streams, total }: Pick<IndicativeBudget, 'streams' | 'total'>) => {
    for (const { stream, settled, waiting } of streams) {
      put(`${at}streams/${stream}/settled`, settled)
      put(`${at}streams/${stream}/open`, waiting.length)
    }
    put(`${at}total/settled`, total.settled)
    put(`${at}total/open`, total.waiting.length)
  }
  const flags = (at: string, of: IndicativeBudget['flags']) => {
    for (const { id, kind, state } of of) put(`${at}${kind === 'cap' ? 'caps' : 'flags'}/${id}`, TRUTH[state])
  }
  for (const line of budget.lines) {
    for (const [of, value] of lineOf(line)) put(`lines/${line.id}/${of}`, value)
    shares(`lines/${line.id}/funders`, line.funders)
    shares(`lines/${line.id}/outcomes`, line.outcomes)
    if (line.contingency !== null) put(`lines/${line.id}/contingency`, line.contingency)
    if (line.locked !== null) put(`lines/${line.id}/locked`, line.locked)
    if (line.partYear) put(`lines/${line.id}/part-year`, line.partYear.pence)
  }
  totals('', budget)
  flags('', budget.flags)
  shares('funders', budget.funders)
  shares('outcomes', budget.outcomes)
  for (const { tier, pence } of budget.tiers) put(`tiers/${tier}`, pence)
  if (budget.manageable !== null) put('manageable', budget.manageable)
  for (const one of budget.settings) {
    totals(`settings/${one.setting}/`, one)
    flags(
      `settings/${one.setting}/`,
      one.flags.filter(({ kind }) => kind !== 'cap'),
    )
    for (const line of one.lines)
      for (const [of, value] of lineOf(line)) put(`lines/${line.id}/in/${one.setting}/${of}`, value)
  }
  return all
}

/** How a line stands and what it comes to. */
function lineOf({ amount, provides }: BudgetLine): readonly (readonly [string, Value])[] {
  const pence = 'pence' in amount && amount.pence !== null ? amount.pence : ''
  const hundredths =
    provides === null
      ? []
      : [['hundredths', provides.quantity === null ? '' : Math.round(provides.quantity * 100)] as const]
  return [['state', amount.state], ['pence', pence], ...hundredths]
}

/** Where a workbook says something else than the library: what it is, what it should be, what it is there. */
export function differences(expected: ReadonlyMap<string, Value>, found: (id: string) => Value): string[] {
  return [...expected].flatMap(([id, value]) => {
    const there = found(id)
    return there === value ? [] : [`${id}: ${JSON.stringify(value)}, and in the workbook ${JSON.stringify(there)}`]
  })
}

/** Flags and limits that the workbook raises and the budget does not have. */
export function strayCaps(
  budget: IndicativeBudget,
  table: string,
  program: Program,
  found: (id: string) => Value,
): string[] {
  const caps = new Set(budget.flags.flatMap(({ id, kind }) => (kind === 'cap' ? [`${table}/caps/${id}`] : [])))
  return program.quantities.flatMap(({ id }) =>
    id.startsWith(`${table}/caps/`) && !caps.has(id) && found(id) !== 0 ? [id] : [],
  )
}
