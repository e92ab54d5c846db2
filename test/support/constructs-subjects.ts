import * as fc from 'fast-check'
import {
  type AllocationTable,
  type Assessment,
  type IndicativeBudget,
  readAssessment,
  safeAllocate,
} from '../../src/index.js'
import { compile } from '../../src/load/compile/compile.js'
import type { TableShape } from '../../src/load/shape/table.js'
import { register, writtenOf } from '../../src/load/table.js'
import { arbitraryCase, type GeneratedCase } from './arbitrary/case.js'
import { grouped } from './constructs.js'
import { type Group, groupsOf, type Spot, spotsIn } from './constructs-altered.js'
import { type Names, namesBeside } from './constructs-names.js'
import { goldenCases, inTheWordsOf } from './golden.js'

/** A table as written with the cases that are worked out with it, and what of it can be altered. */
export interface Subject {
  readonly tree: unknown
  readonly table: AllocationTable
  readonly cases: readonly Case[]
  readonly spots: readonly Spot[]
  readonly groups: ReadonlyMap<string, readonly Group[]>
  readonly names: Names
}

export interface Case {
  readonly name: string
  readonly isGolden: boolean
  readonly assessment: Assessment
  /** What of a budget the case expects, as text. */
  readonly expected: (budget: IndicativeBudget) => string
}

let golden: readonly Subject[] | undefined

/** The tables of the golden cases, those with the most cases first. */
export function goldenSubjects(): readonly Subject[] {
  golden ??= readGolden()
  return golden
}

function readGolden(): readonly Subject[] {
  const tables = [...grouped(goldenCases('fixtures/cases'), ({ table }) => table)]
  return tables
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([table, cases]) => {
      const all = cases.map(({ name, assessment, expected }): Case => {
        const words = (budget: IndicativeBudget) => JSON.stringify({ ...inTheWordsOf(expected, budget), hash: null })
        return { name, isGolden: true, assessment: readAssessment(assessment, table), expected: words }
      })
      return subject(writtenOf(table), table, all)
    })
}

const SEED = 20260901
const TABLES = 300

/** Tables and assessments that the generator makes of one seed. */
export function generatedCases(): readonly GeneratedCase[] {
  return fc.sample(arbitraryCase(), { seed: SEED, numRuns: TABLES })
}

export function generatedSubject({ table: tree, assessment }: GeneratedCase): Subject {
  const one = { name: 'generated', isGolden: false, assessment, expected: () => '' }
  const table = compiled(tree)
  if (table === null) throw new Error('a generated table cannot be compiled')
  return subject(tree, table, [one])
}

function subject(tree: unknown, table: AllocationTable, cases: readonly Case[]): Subject {
  const spots = spotsIn(tree)
  return { tree, table, cases, spots, groups: groupsOf(spots), names: namesBeside(tree) }
}

/** A table compiled as it is, whether or not the loader would take it. Null where it cannot be. */
export function compiled(tree: unknown): AllocationTable | null {
  try {
    const shape = tree as TableShape
    return register(shape, compile(shape, 'altered').plan, { file: 'altered', text: null })
  } catch {
    return null
  }
}

/** A budget; null where the table does not admit the assessment, undefined where it makes no sense at all. */
export function worked(assessment: Assessment, table: AllocationTable): IndicativeBudget | null | undefined {
  try {
    const result = safeAllocate(assessment, table)
    return result.success ? result.data : null
  } catch {
    return undefined
  }
}
