import type { BudgetResult } from '../../allocate/allocate.js'
import type { IndicativeBudget } from '../../allocate/budget.js'
import { tableRef } from '../../allocate/table-ref.js'
import { compare } from '../../diagnostic.js'
import { type AllocationTable, planOf } from '../../load/table.js'
import { must } from '../../must.js'
import { isData } from '../../score/read-values.js'
import { type CaseloadDiff, SOME_UNREADABLE, type Unreadable } from './caseload-diff.js'
import { openChanges } from './changes.js'
import { bandIn, comparedBy, linePairs } from './comparable.js'
import { firstFew } from './first-few.js'
import { byBoth } from './fit.js'
import { openGroups } from './groups.js'
import { reasonOf } from './reason.js'
import { openReferrals } from './referrals.js'
import { openShifts } from './shifts.js'
import { bucketsOf, dotsOf, percentilesOf } from './spread.js'
import { openSettled } from './sums.js'

/** A comparison that is under way. */
export interface Comparison {
  /**
   * Takes one case: an assessment as data, and what each table says of it. What the later table is to read may be given
   * apart, where the two read the same sheet in their own ways.
   */
  readonly add: (assessment: unknown, forLater?: unknown) => { readonly old: BudgetResult; readonly new: BudgetResult }
  /** What all cases so far come to. */
  readonly finish: () => CaseloadDiff
}

/**
 * Works out the cases of a caseload by two tables and says what differs: totals, who gains and who loses, who is referred,
 * which flags are raised. Pure: one engine, case by case, `allocate`. Money is whole pence a year.
 *
 * An input that only one table asks is left out for the other. A case that a table cannot read, since it gives what that
 * table does not know, or not what it needs, is counted and in no other figure. No cases give nothing but zeros.
 *
 * @throws TypeError when a table was not loaded by `loadTable` or `tableFromJson`.
 * @example compareCaseload(norfolk, draft, [{ case: 'EX-1', date: '2026-10-01', facts, scores: { points: 150 } }]).comparable.total // { before: 280000, after: 300000 }
 */
export function compareCaseload(
  earlier: AllocationTable,
  later: AllocationTable,
  cases: Iterable<unknown>,
): CaseloadDiff {
  const comparison = openComparison(earlier, later)
  for (const one of cases) comparison.add(one)
  return comparison.finish()
}

/** As {@link compareCaseload}, for cases that come one after the other: in memory stay two numbers a case, its reference, and whoever loses. */
export function openComparison(earlier: AllocationTable, later: AllocationTable): Comparison {
  const [before, after] = [planOf(earlier), planOf(later)]
  const work = byBoth(earlier, later)
  const pairs = linePairs(before, after)
  const settled = openSettled(earlier, later, pairs)
  const changes = openChanges()
  const referrals = openReferrals(before, after, pairs)
  const shifts = openShifts(before, after)
  const [forms, settings] = [openGroups(), openGroups()]
  const bands = new Map(pairs.map(({ id }) => [id, { groups: openGroups(), leftOut: 0 }]))
  const unreadable = firstFew<Unreadable>(SOME_UNREADABLE, byWhom)
  const readable = { both: 0, old: 0, new: 0, neither: 0 }
  const setting = before.facts[before.setting]?.id
  const references = new Set<string>()
  let [cases, repeated] = [0, 0]

  const compareOne = (old: IndicativeBudget, by: IndicativeBudget) => {
    const reference = old.record.case
    const compared = comparedBy(pairs, old, by, {
      compared: ({ id, old: place }, figures) => {
        const line = old.lines[place]
        const band = line ? bandIn(line) : null
        if (band !== null) must(bands.get(id)).groups.add(band.name, { case: reference, ...figures }, band.from)
      },
      leftOut: ({ id }) => {
        must(bands.get(id)).leftOut++
      },
    })
    const change = { case: reference, before: compared.before, after: compared.after }
    settled.add(old, by)
    changes.add(change, compared.leftOut)
    referrals.add(reference, old, by)
    shifts.add(old, by)
    if (old.needs.form !== null) forms.add(old.needs.form, change)
    if (setting !== undefined) settings.add(String(old.needs.facts[setting] ?? 'unknown'), change)
  }

  return {
    add: (assessment, forLater = assessment) => {
      const result = work(assessment, forLater)
      const reference = referenceOf(assessment)
      cases++
      // Cases without a reference have none in common.
      if (reference.trim() !== '') {
        if (references.has(reference)) repeated++
        references.add(reference)
      }
      if (result.old.success && result.new.success) {
        readable.both++
        compareOne(result.old.data, result.new.data)
      } else {
        readable[result.old.success ? 'old' : result.new.success ? 'new' : 'neither']++
        const by = result.old.success ? 'new' : result.new.success ? 'old' : 'both'
        const [given, failed] = result.old.success ? [forLater, result.new] : [assessment, result.old]
        unreadable.add({ case: reference, by, ...reasonOf(failed, given) })
      }
      return result
    },
    finish: () => {
      const figures = changes.figures()
      return {
        format: 'ras.caseload-diff/1',
        tables: { old: tableRef(before), new: tableRef(after) },
        cases,
        repeated,
        readable: { ...readable },
        unreadable: [...unreadable.all],
        settled: settled.settled(),
        provided: settled.provided(),
        atLeast: settled.atLeast(),
        comparable: changes.comparable(),
        losers: changes.losers(),
        referred: referrals.cases(),
        referredLines: referrals.lines(),
        referredFlags: referrals.flags(),
        flags: shifts.flags(),
        agreedBy: shifts.agreedBy(),
        bands: pairs.flatMap(({ id, title }) => {
          const { groups, leftOut } = must(bands.get(id))
          const all = groups.all()
          return all.length > 0 ? [{ line: id, title, leftOut, groups: all }] : []
        }),
        forms: forms.all(),
        settings: settings.all(),
        buckets: bucketsOf(figures),
        percentiles: percentilesOf(figures),
        dots: dotsOf(figures),
      }
    },
  }
}

/** What a case is called, as far as it is called anything. */
function referenceOf(assessment: unknown): string {
  return isData(assessment) && typeof assessment.case === 'string' ? assessment.case : ''
}

/** Cases that one table can work out and the other not come before those that neither can. */
function byWhom(a: Unreadable, b: Unreadable): number {
  const rank = ({ by }: Unreadable) => (by === 'both' ? 1 : 0)
  return rank(a) - rank(b) || compare(a.case, b.case) || compare(a.by, b.by) || compare(a.why, b.why)
}
