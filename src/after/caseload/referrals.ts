import type { IndicativeBudget } from '../../allocate/budget.js'
import { compare } from '../../diagnostic.js'
import { must } from '../../must.js'
import { type CaseloadDiff, type Referred, SOME_REFERRED } from './caseload-diff.js'
import { isReferred, type LinePair } from './comparable.js'
import { firstFew } from './first-few.js'

/** Who is referred before and after: lines that people decide. */
export interface Referrals {
  readonly add: (reference: string, old: IndicativeBudget, by: IndicativeBudget) => void
  readonly cases: () => Referred
  readonly lines: () => CaseloadDiff['referredLines']
}

export function openReferrals(pairs: readonly LinePair[]): Referrals {
  const cases = counting()
  const lines = pairs.map(({ id, title }) => ({ id, title, before: 0, after: 0, counted: counting() }))
  return {
    add: (reference, old, by) => {
      let [newly, noLonger] = [false, false]
      for (const [i, pair] of pairs.entries()) {
        const [before, after] = [isReferred(old.lines[pair.old]), isReferred(by.lines[pair.new])]
        if (!before && !after) continue
        const line = must(lines[i])
        if (before) line.before++
        if (after) line.after++
        line.counted.add(reference, after && !before, before && !after)
        newly ||= after && !before
        noLonger ||= before && !after
      }
      cases.add(reference, newly, noLonger)
    },
    cases: cases.referred,
    lines: () =>
      lines
        .filter(({ before, after }) => before + after > 0)
        .map(({ counted, ...line }) => ({ ...line, ...counted.referred() })),
  }
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
