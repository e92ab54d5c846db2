import type { NodePlan } from './plan.js'

/** The bounds of a condition, on the scale its reading uses. */
export interface Range {
  readonly from: number | null
  readonly above: number | null
  readonly upTo: number | null
  readonly below: number | null
}

/** A condition with its names resolved. Numbers in ranges are on the scale the reading uses: see each kind. */
export type ConditionPlan = { readonly at: string } & (
  | { readonly is: 'fact'; readonly fact: number; readonly values: readonly string[] }
  | { readonly is: 'amount-of-fact'; readonly fact: number; readonly scale: number; readonly range: Range }
  | { readonly is: 'circumstance'; readonly fact: number }
  | { readonly is: 'form'; readonly forms: readonly string[] }
  | { readonly is: 'question'; readonly question: number; readonly levels: readonly string[] }
  | {
      readonly is: 'count'
      readonly questions: readonly number[]
      readonly levels: readonly string[]
      readonly least: number
    }
  | { readonly is: 'score'; readonly node: NodePlan; readonly scale: number; readonly range: Range }
  | { readonly is: 'line'; readonly line: string; readonly range: Range }
  | { readonly is: 'total'; readonly stream: string | null; readonly range: Range }
  | { readonly is: 'near'; readonly line: string; readonly within: number }
  | {
      readonly is: 'judged'
      readonly fact: number
      readonly line: string
      /** The bands from the least to the most, as the fact names them. */
      readonly bands: readonly string[]
      /** Met when they are more than this many bands apart. */
      readonly tolerance: number
    }
  | { readonly is: 'asked' }
  | { readonly is: 'all' | 'any'; readonly of: readonly ConditionPlan[] }
  | { readonly is: 'not'; readonly of: ConditionPlan }
)

/** A condition that reads something, and is not made of others. */
export type LeafPlan = Exclude<ConditionPlan, { readonly is: 'all' | 'any' | 'not' }>

/** One that reads what is given, and no sum: what a line or a change may depend on (rule R5). */
export type NeedLeaf = Exclude<LeafPlan, { readonly is: 'line' | 'total' | 'near' | 'judged' }>

export function readsNoSum(leaf: LeafPlan): leaf is NeedLeaf {
  return leaf.is !== 'line' && leaf.is !== 'total' && leaf.is !== 'near' && leaf.is !== 'judged'
}
