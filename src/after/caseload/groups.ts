import { compare } from '../../diagnostic.js'
import type { CaseChange, Group } from './caseload-diff.js'

/** Groups of cases, by name. */
export interface Groups {
  /** `rank` is where a group stands among the others, such as the points from which it begins. */
  readonly add: (name: string, change: CaseChange, rank?: number) => void
  /** All groups, by the lowest rank that was given, then by name. */
  readonly all: () => readonly Group[]
}

export function openGroups(): Groups {
  const groups = new Map<string, Growing>()
  return {
    add: (name, change, rank = 0) => {
      const group: Growing = groups.get(name) ?? {
        ...{ name, rank, cases: 0, before: 0, after: 0, biggestLoss: null },
        gain: { cases: 0, pence: 0 },
        lose: { cases: 0, pence: 0 },
      }
      groups.set(name, group)
      group.rank = Math.min(group.rank, rank)
      count(group, change)
    },
    all: () => [...groups.values()].sort((a, b) => a.rank - b.rank || compare(a.name, b.name)).map(copy),
  }
}

interface Growing {
  readonly name: string
  rank: number
  cases: number
  before: number
  after: number
  readonly gain: { cases: number; pence: number }
  readonly lose: { cases: number; pence: number }
  biggestLoss: CaseChange | null
}

function count(group: Growing, change: CaseChange): void {
  const by = change.after - change.before
  group.cases++
  group.before += change.before
  group.after += change.after
  if (by === 0) return
  const moved = by > 0 ? group.gain : group.lose
  moved.cases++
  moved.pence += Math.abs(by)
  if (by < 0 && (group.biggestLoss === null || byLoss(change, group.biggestLoss) < 0)) group.biggestLoss = { ...change }
}

function copy({ rank: _, ...group }: Growing): Group {
  return { ...group, gain: { ...group.gain }, lose: { ...group.lose } }
}

/** The bigger loss first, ties by reference, and of one reference the one that had less. */
export function byLoss(a: CaseChange, b: CaseChange): number {
  return a.after - a.before - (b.after - b.before) || compare(a.case, b.case) || a.before - b.before
}

/** The bigger gain first, ties as {@link byLoss}. */
export function byGain(a: CaseChange, b: CaseChange): number {
  return b.after - b.before - (a.after - a.before) || compare(a.case, b.case) || a.before - b.before
}

/** The bigger part of what it had first; exact, whatever the figures. */
export function byPart(a: CaseChange, b: CaseChange): number {
  const difference =
    BigInt(Math.abs(b.after - b.before)) * BigInt(a.before) - BigInt(Math.abs(a.after - a.before)) * BigInt(b.before)
  return difference > 0n ? 1 : difference < 0n ? -1 : compare(a.case, b.case) || a.before - b.before
}
