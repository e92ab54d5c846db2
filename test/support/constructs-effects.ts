import {
  type AllocationTable,
  type Assessment,
  explain,
  type IndicativeBudget,
  tableFromJson,
} from '../../src/index.js'
import { planOf } from '../../src/load/table.js'
import type { Case, Subject } from './constructs-subjects.js'
import { worked } from './constructs-subjects.js'
import { compareWithOracle } from './oracle/compare.js'

/** What a change of a table, or of an assessment, does to one case. */
export interface Effect {
  /** `figures` that the case expects, or anything else in its `budget`; or the assessment no longer fits: `refused`. */
  readonly moves: 'figures' | 'refused' | 'budget' | null
  /** Whether the statement is another. */
  readonly says: boolean
  /** Where the oracle comes to another budget after the change, if the loader would take it. */
  readonly apart: readonly string[]
}

/** A table after a change, or an assessment. */
export interface Changed {
  readonly tree: unknown
  readonly table: AllocationTable
  readonly assessment: Assessment
  /** Only the words of the statement count: the budget stays as it was. */
  readonly wordsOnly: boolean
}

export function effectOn({ table }: Subject, one: Case, changed: Changed): Effect {
  const was = before(table, one)
  const budget = worked(changed.assessment, changed.table)
  if (budget === undefined) return NONE
  if (budget === null) return { ...NONE, moves: 'refused' }
  const moves = whole(budget) === was.whole ? null : one.expected(budget) === was.expected ? 'budget' : 'figures'
  const statement = explained(changed.wordsOnly ? was.budget : budget, changed.table)
  const says = statement !== null && statement !== was.said
  return { moves, says, apart: moves === 'figures' ? parting(budget, changed) : [] }
}

/** Plain text is laid out in lines, and that takes time. */
const MARKDOWN = { format: 'markdown' } as const

const NONE: Effect = { moves: null, says: false, apart: [] }

/** What a case comes to as it is. */
interface Before {
  readonly budget: IndicativeBudget
  readonly whole: string
  readonly expected: string
  readonly said: string
}

const known = new WeakMap<Case, Before>()

function before(table: AllocationTable, one: Case): Before {
  const found = known.get(one)
  if (found) return found
  const budget = worked(one.assessment, table)
  if (!budget) throw new Error(`${one.name} cannot be worked out`)
  const made = { budget, whole: whole(budget), expected: one.expected(budget), said: explain(budget, table, MARKDOWN) }
  known.set(one, made)
  return made
}

function whole(budget: IndicativeBudget): string {
  return JSON.stringify({ ...budget, tables: [], needs: null })
}

/** The statement of a budget by the words of a table, whichever it was worked out with. Null where it has none. */
function explained(budget: IndicativeBudget, table: AllocationTable): string | null {
  const { hash } = planOf(table)
  try {
    return explain({ ...budget, tables: budget.tables.map((one) => ({ ...one, hash })) }, table, MARKDOWN)
  } catch {
    return null
  }
}

/** Of what the loader would not take, the oracle knows nothing. */
function parting(budget: IndicativeBudget, { tree, assessment }: Changed): readonly string[] {
  try {
    const differences = compareWithOracle(budget, tree, assessment)
    if (differences.length > 0) tableFromJson(structuredClone(tree))
    return differences
  } catch {
    return []
  }
}
