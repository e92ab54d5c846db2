import type { Flag, TableRef } from '../../allocate/budget.js'
import type { Entitled } from '../../load/plan.js'

/** A figure by the earlier table and by the later one: whole pence a year, or a number of cases. */
export interface BeforeAfter {
  readonly before: number
  readonly after: number
}

/** The same of a stream, an outcome, a funder or a line. One that a table does not have comes to nothing there. */
export interface NamedSums extends BeforeAfter {
  readonly id: string
  readonly title: string
}

/** What one case comes to by each table, in comparable whole pence a year. */
export interface CaseChange extends BeforeAfter {
  /** The reference of the case, never a name. */
  readonly case: string
}

/** A case that only one table can work out, or neither, and the first reason why. `by` is the table that cannot. */
export interface Unreadable {
  readonly case: string
  readonly by: 'old' | 'new' | 'both'
  readonly why: string
  /** Whether the reason is that the table asks something, and the case does not say it. */
  readonly asks: boolean
}

/** Hundredths of hours or units that a line provides, which are no money. */
export interface Provided extends NamedSums {
  readonly of: Entitled
}

/** How many cases people decide now and did not before, or no longer, and some of their references. */
export interface Referred {
  readonly newly: number
  readonly noLonger: number
  readonly newlySome: readonly string[]
  readonly noLongerSome: readonly string[]
}

/** A line that some case has open in one table or in both, or that is newly or no longer referred. */
export interface ReferredLine extends Referred, BeforeAfter {
  readonly id: string
  readonly title: string
}

/** A flag that refers some case by one table or by both. */
export interface ReferredFlag extends Referred, BeforeAfter {
  readonly id: string
}

/** A flag and how many cases raise it. A kind is null where the table has no such flag. */
export interface FlagShift extends BeforeAfter {
  readonly id: string
  readonly kindBefore: Flag['kind'] | null
  readonly kindAfter: Flag['kind'] | null
  readonly appeared: number
  readonly vanished: number
  /** In how many cases it hangs on a figure that is still open. */
  readonly openBefore: number
  readonly openAfter: number
}

/** How many cases one and the same may agree before, and who may after. No name: nobody that the table names. */
export interface AgreedShift {
  readonly before: string
  readonly after: string
  readonly cases: number
}

/** Cases and pence a year of one direction. */
export interface Moved {
  readonly cases: number
  readonly pence: number
}

/** How a group of cases fares: those of one band of a line, of one form, in one setting. */
export interface Group extends BeforeAfter {
  readonly name: string
  readonly cases: number
  readonly gain: Moved
  readonly lose: Moved
  readonly biggestLoss: CaseChange | null
}

/** Groups by the bands of a line of the earlier table, in figures of that line alone where both tables settle it. */
export interface BandGroups {
  readonly line: string
  readonly title: string
  /** In how many cases the line is left out of the comparison, so that they are in no group. */
  readonly leftOut: number
  readonly groups: readonly Group[]
}

/**
 * Cases whose change lies between two edges in whole pence; null is without end. The edge nearer to nothing is
 * inclusive, and the other one is not; nothing itself is a bucket of its own.
 */
export interface Bucket {
  readonly from: number | null
  readonly to: number | null
  readonly cases: number
}

/** How many cases stand at an earlier and a later figure; in the middle of a square where there are too many to tell apart. */
export interface Dot extends BeforeAfter {
  readonly cases: number
}

/**
 * What a later table does to a caseload, beside an earlier one. Plain JSON; money is whole pence a year, and likely
 * amounts of indicative budgets. Everything but `cases`, `readable` and `unreadable` is over the cases that both tables
 * can work out. The order of the cases changes nothing.
 */
export interface CaseloadDiff {
  readonly format: 'ras.caseload-diff/1'
  readonly tables: { readonly old: TableRef; readonly new: TableRef }
  readonly cases: number
  /** How many cases have a reference that another case had before them. */
  readonly repeated: number
  /** How many cases each table can work out. */
  readonly readable: { readonly both: number; readonly old: number; readonly new: number; readonly neither: number }
  /** At most 200 of the cases that a table cannot work out, by reference; those of one table first. */
  readonly unreadable: readonly Unreadable[]
  /** What is settled, as each table's budgets say it. */
  readonly settled: {
    readonly total: BeforeAfter
    readonly streams: readonly NamedSums[]
    readonly outcomes: readonly NamedSums[]
    readonly funders: readonly NamedSums[]
    readonly lines: readonly NamedSums[]
  }
  /** What lines provide in hours or units and no money, as each table's budgets say it. A row for each line and unit. */
  readonly provided: readonly Provided[]
  /** How many totals read “at least”, since something in them is open. */
  readonly atLeast: BeforeAfter
  /**
   * What can be compared case by case: of each case the lines that both tables settle. A line that only one table has, or
   * that is refused, comes to nothing there, and so do hours. One that is open by either table, or money by one and hours by
   * the other, is left out of both.
   */
  readonly comparable: {
    readonly total: BeforeAfter
    readonly gain: Moved
    readonly lose: Moved
    /** Cases of which nothing is left out and nothing changes. */
    readonly stay: number
    /** Cases of which something is left out and the rest does not change: what they come to is not known. */
    readonly unknown: number
    readonly biggest: {
      readonly gain: CaseChange | null
      readonly loss: CaseChange | null
      /** Of what the case had; a case that had nothing is not among them. */
      readonly gainPerCent: CaseChange | null
      readonly lossPerCent: CaseChange | null
    }
    /** What was left out: lines of cases, the cases, and what was settled of it before and is after. */
    readonly leftOut: BeforeAfter & { readonly lines: number; readonly cases: number }
  }
  /** Every case that loses, the biggest loss first, ties by reference. */
  readonly losers: readonly CaseChange[]
  /** Cases that a line or a flag refers by the later table and not by the earlier one, or the other way round. */
  readonly referred: Referred
  readonly referredLines: readonly ReferredLine[]
  readonly referredFlags: readonly ReferredFlag[]
  readonly flags: readonly FlagShift[]
  readonly agreedBy: readonly AgreedShift[]
  readonly bands: readonly BandGroups[]
  /** By the form and the setting of the earlier table; empty where it has none. */
  readonly forms: readonly Group[]
  readonly settings: readonly Group[]
  /** The changes of the cases that are not `unknown`; so are the percentiles and the dots. */
  readonly buckets: readonly Bucket[]
  /** The change that so many per cent of the cases stay at or below; empty without cases. Of two in the middle, the lower. */
  readonly percentiles: readonly { readonly perCent: number; readonly change: number }[]
  /** `square` is the side of the squares in pence; null where every pair of figures has its own dot. */
  readonly dots: { readonly square: number | null; readonly dots: readonly Dot[] }
}

/** How many examples there are of what is told by example. */
export const SOME_UNREADABLE = 200
export const SOME_REFERRED = 20
