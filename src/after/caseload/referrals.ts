import type { Flag, IndicativeBudget } from '../../allocate/budget.js'
import { compare } from '../../diagnostic.js'
import type { Plan } from '../../load/plan.js'
import { must } from '../../must.js'
import { type CaseloadDiff, type Referred, SOME_REFERRED } from './caseload-diff.js'
import { isReferred, type LinePair } from './comparable.js'
import { firstFew } from './first-few.js'

/** Who is referred before and after: by lines that people decide, and by flags that refer. */
export interface Referrals {
  readonly add: (reference: string, old: IndicativeBudget, by: IndicativeBudget) => void
  readonly cases: () => Referred
  readonly lines: () => CaseloadDiff['referredLines']
  readonly flags: () => CaseloadDiff['referredFlags']
}

export function openReferrals(earlier: Plan, later: Plan, pairs: readonly LinePair[]): Referrals {
  const cases = counting()
  const lines = pairs.map(({ id, title }) => ({ id, title, ...counter() }))
  const flags = flagsIn(earlier, later).map((id) => ({ id, ...counter() }))
  return {
    add: (reference, old, by) => {
      let [newly, noLonger] = [false, false]
      const count = (one: Counter, before: boolean, after: boolean) => {
        if (before) one.before++
        if (after) one.after++
        one.counted.add(reference, after && !before, before && !after)
        newly ||= after && !before
        noLonger ||= before && !after
      }
      for (const [i, pair] of pairs.entries())
        count(must(lines[i]), isReferred(old.lines[pair.old]), isReferred(by.lines[pair.new]))
      for (const flag of flags) count(flag, refers(old.flags, flag.id), refers(by.flags, flag.id))
      cases.add(reference, newly, noLonger)
    },
    cases: cases.referred,
    lines: () => lines.filter(isCounted).map(told),
    flags: () => flags.filter(isCounted).map(told),
  }
}

/** The flags of either table that refer, by id. */
function flagsIn(...plans: readonly Plan[]): readonly string[] {
  const ids = plans.flatMap(({ flags }) => flags.flatMap(({ id, kind }) => (kind === 'refer' ? [id] : [])))
  return [...new Set(ids)].sort(compare)
}

function refers(flags: readonly Flag[], id: string): boolean {
  return flags.some((flag) => flag.id === id && flag.kind === 'refer' && flag.state === 'yes')
}

interface Counter {
  before: number
  after: number
  readonly counted: ReturnType<typeof counting>
}

function counter(): Counter {
  return { before: 0, after: 0, counted: counting() }
}

function isCounted({ before, after }: Counter): boolean {
  return before + after > 0
}

function told<T extends Counter>({ counted, ...one }: T): Omit<T, 'counted'> & Referred {
  return { ...one, ...counted.referred() }
}

function counting() {
  const [newly, noLonger] = [
    { count: 0, some: some() },
    { count: 0, some: some() },
  ]
  return {
    add: (reference: string, isNew: boolean, isOld: boolean) => {
      for (const [of, is] of [
        [newly, isNew],
        [noLonger, isOld],
      ] as const)
        if (is) {
          of.count++
          of.some.add(reference)
        }
    },
    referred: (): Referred => ({
      newly: newly.count,
      noLonger: noLonger.count,
      newlySome: [...newly.some.all],
      noLongerSome: [...noLonger.some.all],
    }),
  }
}

function some() {
  return firstFew<string>(SOME_REFERRED, compare)
}
