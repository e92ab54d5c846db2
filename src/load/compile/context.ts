import type { Finding } from '../../diagnostic.js'
import { must } from '../../must.js'
import type { FactPlan, NodePlan, QuestionPlan } from '../plan.js'
import type { TableShape } from '../shape/table.js'

/** What every part of the compiler reads: the table, what is compiled so far, and where findings go. */
export interface Context {
  readonly table: TableShape
  readonly facts: readonly FactPlan[]
  readonly questions: readonly QuestionPlan[]
  readonly unit: number
  readonly nodes: readonly NodePlan[]
  readonly report: (finding: Finding) => void
}

/** Rule R7: whatever is divided or compared stays below this, so that doubles hold it exactly. */
export const SAFE = Number.MAX_SAFE_INTEGER

/** The index of a declared name; the checks have already seen to it that there is one. */
export function indexOf(list: readonly { readonly id: string }[], id: string): number {
  return list.findIndex((item) => item.id === id)
}

/** The group or score of a declared name. */
export function nodeOf({ nodes }: Pick<Context, 'nodes'>, id: string): NodePlan {
  return must(nodes.find((node) => node.id === id))
}

export function gcd(a: number, b: number): number {
  return b > 0 ? gcd(b, a % b) : a
}

/** A fraction in lowest terms. */
export function lowest(numerator: number, denominator: number): readonly [number, number] {
  const by = gcd(Math.abs(numerator), denominator) || 1
  return [numerator / by, denominator / by]
}
