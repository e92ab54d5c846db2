import { type Header, readHeader } from '../../caseload/sheet/header.js'
import type { Plan } from '../../load/plan.js'
import type { Sheet } from '../batch/csv-filling.js'
import type { HeaderFault, Names } from '../batch/csv-sheet.js'

/** One sheet as two tables read it: each has its own headings for the same columns. */
export interface TwoSheets {
  readonly old: Sheet
  readonly new: Sheet
}

/**
 * Finds what the columns hold for each of two tables. A column that only one of them knows is not read for the other, and
 * one that only one of them needs may be missing: its cases are then told one by one. What neither knows, or both need,
 * is a fault, as in `ras batch`.
 */
export function sheetsFor(
  row: Names,
  earlier: Plan,
  later: Plan,
  ignored: readonly string[],
): TwoSheets | { readonly faults: readonly HeaderFault[] } {
  const read = (plan: Plan, others: readonly string[]) => readHeader(row.names, [plan], [...ignored, ...others])
  const [strange, strangeLater] = [strangers(row, read(earlier, [])), strangers(row, read(later, []))]
  const both = strange.filter((name) => strangeLater.includes(name))
  const own = (names: readonly string[]) => names.filter((name) => !both.includes(name))
  const [old, by] = [read(earlier, own(strange)), read(later, own(strangeLater))]
  const told = new Set(old.faults.map((one) => JSON.stringify(place(one))))
  const shared = (one: HeaderFault) => told.has(JSON.stringify(place(one)))
  const common = by.faults.filter(shared)
  const faults = [...common, ...[...old.faults, ...by.faults].filter((one) => !shared(one) && isOfOne(one))]
  return faults.length > 0
    ? { faults: faults.sort((a, b) => a.column - b.column) }
    : { old: { ...row, headings: old.columns }, new: { ...row, headings: by.columns } }
}

/** The columns that a table does not know. */
function strangers({ names }: Names, { faults }: Header): readonly string[] {
  return faults.flatMap(({ column, fault }) => (fault.code === 'RAS012' ? [names[column - 1] ?? ''] : []))
}

/** What a fault is about; what else a table knows is beside it. */
function place({ column, fault }: HeaderFault) {
  return [column, fault.code, fault.code === 'RAS012' ? null : fault.data]
}

/** A name that could mean two things, or that comes twice, is a fault even where only one table says so. */
function isOfOne({ fault: { code } }: HeaderFault): boolean {
  return code === 'RAS013' || code === 'RAS014'
}
