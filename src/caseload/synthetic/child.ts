import { compare } from '../../diagnostic.js'
import type { Plan } from '../../load/plan.js'
import type { Draws } from './draws.js'

/** Nobody: what is invented of a case before any table asks. */
export interface Invented {
  readonly draws: Draws
  /** How great the needs are in general, from 0 to 1. Small ones are more common. */
  readonly severity: number
  readonly age: number
  /** The form of each table, by its place; null where the table has none. */
  readonly forms: readonly (string | null)[]
  /** The day of the assessment. */
  readonly date: string
}

/** Who can be invented for some tables: ages for which every one of them has a form, and months when all are in force. */
export interface Nobody {
  readonly ages: readonly number[]
  /** `2026-04` */
  readonly months: readonly string[]
}

const OLDEST = 25

/** @throws RangeError where no child is of an age that all tables are for. */
export function whoCanBe(plans: readonly Plan[]): Nobody {
  const all = Array.from({ length: OLDEST + 1 }, (_, age) => age)
  const ages = all.filter((age) => plans.every((plan) => plan.forms.size === 0 || formsFor(plan, age).length > 0))
  if (ages.length === 0) throw new RangeError('These tables have no age in common.')
  return { ages, months: monthsOf(plans) }
}

export function invent(plans: readonly Plan[], { ages, months }: Nobody, draws: Draws): Invented {
  const severity = draws.next() ** 1.6
  const age = ages[draws.whole(ages.length)] ?? 0
  const forms = plans.map((plan) => {
    const fitting = formsFor(plan, age)
    return fitting[draws.whole(fitting.length)] ?? null
  })
  return { draws, severity, age, forms, date: dayIn(months[draws.whole(months.length)] ?? '', draws) }
}

/** The forms that a child of an age can answer. A table that does not ask the age has all its forms for everyone. */
function formsFor({ forms, age: asked }: Plan, age: number): string[] {
  return [...forms].flatMap(([id, { from, below }]) =>
    asked < 0 || ((from ?? 0) <= age && (below ?? OLDEST + 1) > age) ? [id] : [],
  )
}

/** The whole months of the year that begins when the last of the tables comes into force. */
function monthsOf(plans: readonly Plan[]): string[] {
  const from =
    plans
      .map((plan) => plan.from)
      .sort(compare)
      .at(-1) ?? ''
  const [year = 0, month = 1] = from.split('-').map(Number)
  return Array.from({ length: 12 }, (_, i) => {
    const months = month - 1 + i
    return `${String(year + Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
  })
}

/** Some day of a month, `2026-04-17`; one of the first 28, which every month has. */
export function dayIn(month: string, draws: Draws): string {
  return `${month}-${String(1 + draws.whole(28)).padStart(2, '0')}`
}
