import type { Plan } from '../../load/plan.js'
import type { SheetFault } from './fault.js'
import { alwaysGiven, betweenHeadings, type Heading, headingsFor } from './headings.js'

/** The columns of a sheet by what they hold, or everything that is wrong with their names. */
export interface Header {
  /** For each column what it holds; null for one that is not read. */
  readonly columns: readonly (Heading | null)[]
  /** What is wrong, by column from 1; 0 for a column that is missing. */
  readonly faults: readonly { readonly column: number; readonly fault: SheetFault }[]
}

/**
 * Finds what the columns of a sheet hold by their names: in full (`facts/age`), or short (`age`) where one thing only
 * has that name. Columns in `ignored` are not read. Every fault is told, not only the first.
 */
export function readHeader(names: readonly string[], plans: readonly Plan[], ignored: readonly string[]): Header {
  const known = [...headingsFor(plans), ...betweenHeadings(plans)]
  const faults: { readonly column: number; readonly fault: SheetFault }[] = []
  const columns = names.map((name, i) => {
    if (ignored.includes(name)) return null
    const found = named(name, known)
    const [only] = found
    if (only && found.length === 1) return only
    const full = found.map((one) => one.name)
    faults.push({
      column: i + 1,
      fault: only
        ? { code: 'RAS013', data: { name, full } }
        : { code: 'RAS012', data: { name, known: [...new Set(known.map(({ short }) => short))] } },
    })
    return null
  })
  faults.push(...twice(names, columns))
  if (faults.length === 0) faults.push(...missing(columns, plans, known))
  return { columns, faults: faults.sort((a, b) => a.column - b.column) }
}

/** What a column is best called: the short name, where it is enough. `known` is everything that a column can hold. */
export function columnName(heading: Heading, known: readonly Heading[]): string {
  return named(heading.short, known).every((one) => one === heading) ? heading.short : heading.name
}

/** What a name can mean; a name in full means only itself. */
function named(name: string, known: readonly Heading[]): readonly Heading[] {
  const full = known.filter((one) => one.name === name)
  return full.length > 0 ? full : known.filter(({ short }) => short === name)
}

/** Two columns for one thing; also a form that is given both for all tables and for one. */
function* twice(names: readonly string[], columns: readonly (Heading | null)[]) {
  for (const [i, heading] of columns.entries()) {
    if (!heading) continue
    const before = columns.findIndex((one) => one !== null && isSame(one, heading))
    if (before < i)
      yield {
        column: i + 1,
        fault: { code: 'RAS014', data: { name: names[i] ?? '', before: before + 1 } },
      } as const
  }
}

/** Whether two columns hold the same, or the one a part of the other; points between two levels stand beside a level. */
function isSame(one: Heading, other: Heading): boolean {
  if (one.path !== other.path) return false
  if (one.part === other.part) return true
  return (one.part === null || other.part === null) && one.part !== 'points' && other.part !== 'points'
}

function missing(columns: readonly (Heading | null)[], plans: readonly Plan[], known: readonly Heading[]) {
  const there = new Set(columns.flatMap((heading) => (heading ? [heading.name] : [])))
  const told = new Set<string>()
  return alwaysGiven(plans).flatMap((names) => {
    const [name = ''] = names
    if (told.has(name) || names.some((one) => there.has(one))) return []
    told.add(name)
    const would = known.filter((heading) => names.includes(heading.name))
    return [
      { column: 0, fault: { code: 'RAS015', data: { names: would.map((one) => columnName(one, known)) } } } as const,
    ]
  })
}
