import type { YearFrom } from '../calendar.js'
import type { Rounding } from '../pence.js'
import type { ChangePlan, KeepsPlan } from './change-plan.js'
import type { ConditionPlan } from './condition-plan.js'
import type { WeightPlan } from './grid-plan.js'
import type { PricePlan } from './price-plan.js'

/** Who stands behind a table: its authority, whoever rebuilt it from published sources, or nobody. */
export type Provenance = 'official' | 'reconstructed' | 'synthetic'

/** Where a table is on its way to families. */
export type Status = 'draft' | 'trial' | 'published' | 'withdrawn'

/**
 * A table made ready for arithmetic: every decimal a whole number over a known power of ten, every name an index,
 * everything in its final order, every bound proven (rule R7).
 */
export interface Plan {
  readonly id: string
  readonly version: string
  readonly hash: string
  readonly authority: string
  readonly provenance: Provenance
  readonly status: Status
  readonly from: string
  readonly to: string | null
  readonly rounding: Rounding
  readonly forms: ReadonlyMap<string, FormPlan>
  /** The form of a table that has none: it asks every question. */
  readonly formless: FormPlan
  readonly facts: readonly FactPlan[]
  /** The index of the child's age among the facts; -1 where the table does not ask it. */
  readonly age: number
  /** The index of the setting among the facts; -1 where the table does not ask it. */
  readonly setting: number
  /** Whether any figure depends on the day of the assessment. */
  readonly dated: boolean
  readonly questions: readonly QuestionPlan[]
  /** The questions in an order in which each stands after those that it is asked by. */
  readonly askOrder: readonly number[]
  /** Question points are whole numbers over this power of ten. */
  readonly unit: number
  /** Groups and scores, each after those it is made of. */
  readonly nodes: readonly NodePlan[]
  /** The nodes as results list them: by id. */
  readonly listed: readonly NodePlan[]
  /** Those whose points are brought, by id. */
  readonly brought: readonly NodePlan[]
  readonly lines: readonly LinePlan[]
  readonly flags: readonly FlagPlan[]
  /** The tiers that lines name, by name. */
  readonly tiers: readonly Tier[]
  /** Whether any line says how it can be managed. */
  readonly saysWays: boolean
  readonly streams: readonly string[]
  readonly funders: readonly string[]
  readonly outcomes: readonly string[]
}

export interface FormPlan {
  readonly from: number | null
  readonly below: number | null
  /** Below this age a child is not scored: who decides then, and where the table says so. */
  readonly notScored: { readonly below: number; readonly referTo: string; readonly at: string } | null
  /** Whether each question, by index, is on the form. */
  readonly asks: readonly boolean[]
  /** Every question on the form, unanswered: copied and filled in, which is quicker than building it key by key. */
  readonly blank: Readonly<Record<string, null>>
}

interface FactBase {
  readonly id: string
  readonly at: string
}
export type FactPlan = FactBase &
  (
    | { readonly is: 'age' | 'decision' | 'circumstance' | 'terms' | 'start' | 'end' }
    | {
        /** One of several names. A setting may also be unknown. */
        readonly is: 'choice'
        readonly of: 'setting' | 'phase' | 'area' | 'judged-band' | 'entitlement'
        readonly values: readonly string[]
      }
    | { readonly is: 'hours'; readonly oneOf: readonly number[] | null; readonly atMost: number }
    | { readonly is: 'entitlement'; readonly of: Entitled; readonly atMost: number }
    | {
        readonly is: 'money'
        readonly of: 'quote' | 'other-package' | 'previous-budget'
        readonly per: string
        /** How many of its period make a year. */
        readonly times: number
        /** Pence a period. */
        readonly atMost: number
      }
  )

/** What an agreed number, or a line that provides no money, is counted in. */
export type Entitled = 'hours a week' | 'hours a month' | 'units a year'

export interface QuestionPlan {
  readonly id: string
  readonly at: string
  readonly outcome: string
  /** Points of each level, over the plan's unit. */
  readonly levels: ReadonlyMap<string, number>
  readonly low: number
  readonly high: number
  /** The power of ten of which its own points are whole parts; the plan's unit serves all questions. */
  readonly grain: number
  readonly inBetween: boolean
  readonly notApplicable: boolean
  readonly mayBeLeft: boolean
  /** The forms that ask it; null means every form. */
  readonly forms: ReadonlySet<string> | null
  /** Asked only when this is so; null: always. */
  readonly when: ConditionPlan | null
  /** Whether an answer can be in no level. */
  readonly mayBeNoLevel: boolean
}

/** The least and the most something can come to, inclusive. */
export interface Bounds {
  readonly low: number
  readonly high: number
}

export interface Term {
  /** The group or score it is; null for a question. */
  readonly node: NodePlan | null
  /** The question's index, or the node's. */
  readonly index: number
  /** What one unit of the item's own points is worth in the node's sum. */
  readonly weight: number
  /** Where this term's money goes when it cannot be split further: an outcome, or null for a score. */
  readonly outcome: string | null
  /** The outcome's place among the table's outcomes; -1 for a score. */
  readonly to: number
}

/** A group or a score. Its points are a whole number over `den`. */
export interface NodePlan {
  readonly index: number
  readonly id: string
  readonly at: string
  readonly kind: 'group' | 'sum' | 'per-cent-of' | 'highest-of' | 'brought'
  readonly names: readonly string[]
  readonly perCent: readonly string[] | null
  readonly terms: readonly Term[]
  /** The power of ten of the sum, before `weight` and `times`. */
  readonly sumDen: number
  readonly weight: WeightPlan | null
  readonly times: { readonly text: string; readonly by: number; readonly den: number } | null
  readonly atMost: { readonly limit: number; readonly scale: number } | null
  readonly den: number
  /** What it can come to on each form. */
  readonly bounds: readonly Bounds[]
  readonly low: number
  readonly high: number
  /** The most that any sum under it can come to before a cap or factor: what sharing by points multiplies with. */
  readonly widest: number
  /** Whether all its points come from questions, so that money can be shared over outcomes by them. */
  readonly shareable: boolean
  /** The power of ten of which every possible score is a whole part. */
  readonly grain: number
  /** Every outcome its points can lead to, by id. */
  readonly outcomes: readonly string[]
}

export type FundersPlan = {
  readonly ids: readonly string[]
  /** The places of the ids among the table's funders. */
  readonly to: readonly number[]
} & (
  | { readonly is: 'all' }
  | { readonly is: 'per-cent'; readonly weights: readonly number[] }
  | { readonly is: 'first'; readonly first: number; readonly firstIsA: boolean }
)
export type PartYearPlan =
  | { readonly is: 'terms'; readonly fact: number; readonly outOf: number }
  | {
      readonly is: 'start'
      readonly fact: number
      /** The index of the end's fact; -1 where the table does not ask it. */
      readonly end: number
      readonly yearFrom: YearFrom
      readonly in: 'months' | 'days'
    }

/** In Control's tiers, with social capital: what a line is. */
export type Tier = 'universal' | 'targeted' | 'additional' | 'social-capital'

export interface LinePlan {
  readonly id: string
  readonly at: string
  readonly title: string
  readonly stream: string
  readonly tier: Tier | null
  readonly amountIs: 'whole cost' | 'top-up' | null
  readonly when: ConditionPlan | null
  readonly gate: { readonly fact: number; readonly id: string; readonly at: string } | null
  readonly price: PricePlan
  /** What it is counted in, where it gives hours or units and no money. */
  readonly provides: Entitled | null
  readonly changes: readonly ChangePlan[]
  readonly partYear: PartYearPlan | null
  readonly funders: FundersPlan
  /** One outcome, or the node whose points share the money. */
  readonly outcome: { readonly id: string } | { readonly node: NodePlan }
  /** The places among the table's outcomes of those that can get some of the money, by id. */
  readonly outcomesTo: readonly number[]
  /** The contingency's hundredths of a per cent; null where there is none. */
  readonly contingency: number | null
  /** The part that a block contract holds. */
  readonly locked: KeepsPlan | null
  /** Whether it may be managed in another way than notionally; null where the table does not say how. */
  readonly manageable: boolean | null
  /** Whether it reads points or answers: a child who is not scored is then referred. */
  readonly scored: boolean
  /** Whether it reads the setting. */
  readonly bySetting: boolean
  readonly legalBasis: readonly { readonly fromAge: number; readonly says: string }[]
}

export interface FlagPlan {
  readonly id: string
  readonly at: string
  readonly kind: 'say' | 'refer' | 'agreed-by'
  readonly who: string
  readonly exceptional: boolean
  readonly when: ConditionPlan
}
