import type { Given } from '../caseload/columns.js'
import { cellValue } from '../caseload/sheet/cell-value.js'
import { type Header, readHeader } from '../caseload/sheet/header.js'
import type { Heading } from '../caseload/sheet/headings.js'
import type { Plan } from '../load/plan.js'
import { qualified } from '../score/qualified.js'
import { cellText, isBlank } from './cell.js'
import { nameText, rangeText } from './fault.js'

/** Names that were understood, and how a row of values below them is read. */
export interface CaseReader {
  readonly names: readonly string[]
  readonly headings: readonly (Heading | null)[]
  /** The assessment that a row of values says; null where nothing stands in it. */
  readonly read: (row: readonly unknown[]) => ReadCase | null
}

export type ReadCase =
  | { readonly success: true; readonly assessment: Readonly<Record<string, Given>> }
  | { readonly success: false; readonly errors: readonly string[] }

/** Makes a reader for names, or tells everything that is wrong with them. A name means what it means in `ras batch`. */
export function caseReader(cells: readonly unknown[], plans: readonly Plan[]): CaseReader | readonly string[] {
  if (cells.some((cell) => !isBlank(cell) && typeof cell !== 'string')) return [rangeText({ is: 'name-cell' })]
  const names = cells.map((cell) => (typeof cell === 'string' ? cell : ''))
  const places = names.flatMap((name, i) => (name === '' ? [] : [i]))
  const written = places.map((i) => names[i] ?? '')
  if (written.length === 0) return [nameText({ code: 'RAS011', data: {} })]
  const { columns, faults }: Header = readHeader(written, plans, [])
  if (faults.length > 0) return faults.map(({ fault }) => nameText(fault))
  const inputs = inputsOf(columns, places, plans)
  const unnamed = names.flatMap((name, i) => (name === '' ? [i] : []))
  return {
    names: written,
    headings: columns,
    read: (row) => {
      if (row.every(isBlank)) return null
      const errors = unnamed.some((i) => !isBlank(row[i])) ? [rangeText({ is: 'no-name' })] : []
      const read = inputs.map(({ path, parts, value }) => ({ path, value: value(partsIn(parts, row, names, errors)) }))
      return errors.length > 0 ? { success: false, errors } : { success: true, assessment: nested(read) }
    },
  }
}

interface Part {
  /** The place of its cell in a row. */
  readonly at: number
  readonly part: string
  readonly holdsDay: boolean
}

/** The inputs of an assessment, each with the cells that make it up. */
function inputsOf(columns: readonly (Heading | null)[], places: readonly number[], plans: readonly Plan[]) {
  const paths = [...new Set(columns.flatMap((heading) => heading?.path ?? []))]
  return paths.map((path) => {
    const holdsDay = asksDay(path, plans)
    const parts = columns.flatMap((heading, i): Part[] =>
      heading?.path === path ? [{ at: places[i] ?? 0, part: heading.part ?? '', holdsDay }] : [],
    )
    return { path, parts, value: cellValue(path, plans) }
  })
}

function asksDay(path: string, plans: readonly Plan[]): boolean {
  return (
    path === 'date' ||
    plans.some(({ id, facts }) =>
      facts.some(
        (fact) =>
          (fact.is === 'start' || fact.is === 'end') &&
          (path === `facts/${fact.id}` || path === `facts/${qualified(id, fact.id)}`),
      ),
    )
  )
}

/** The texts of the cells of one input that hold something; what they cannot hold is told. */
function partsIn(parts: readonly Part[], row: readonly unknown[], names: readonly string[], errors: string[]) {
  return parts.flatMap(({ at, part, holdsDay }) => {
    const read = cellText(row[at], holdsDay)
    if ('wrong' in read) {
      errors.push(rangeText({ is: read.wrong, name: names[at] ?? '' }))
      return []
    }
    return read.text === '' ? [] : [{ part, text: read.text }]
  })
}

/** An assessment from its inputs. What is empty is left out. */
function nested(inputs: readonly { readonly path: string; readonly value: Given }[]): Record<string, Given> {
  const given = inputs.filter(({ value }) => value !== undefined)
  const whole = given.filter(({ path }) => !path.includes('/'))
  const within = given.filter(({ path }) => path.includes('/'))
  const part = (path: string) => path.slice(0, path.indexOf('/'))
  return Object.fromEntries([
    ...whole.map(({ path, value }) => [path, value] as const),
    ...[...new Set(within.map(({ path }) => part(path)))].map((one) => {
      const under = within.filter(({ path }) => part(path) === one)
      return [one, Object.fromEntries(under.map(({ path, value }) => [path.slice(one.length + 1), value]))] as const
    }),
  ])
}
