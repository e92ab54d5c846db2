import type { LinePlan } from '../../load/plan.js'
import { qualified } from '../../score/qualified.js'
import { decimals, type StyleName } from '../book.js'
import { call, type Expression, iff, infix, number, quantity, text } from '../formula/expression.js'
import type { Quantity, Unit } from '../program/program.js'
import type { Arranging, Scheme } from '../sheets/scheme.js'
import { flagResults } from './flag-results.js'
import { notes } from './notes.js'
import { toDo } from './to-do.js'

/** A column of results beside the inputs. */
export interface Result {
  /** Its name, as in the results of a whole caseload. */
  readonly name: string
  /** Its name where another column has the short one as well. */
  readonly full?: string
  /** What it is, in plain words. */
  readonly title: string
  /** The quantity that stands in it. */
  readonly id: string
  readonly style: StyleName
  readonly format?: string
  /** In digits. */
  readonly width: number
}

/** The columns of results, from left to right, and the quantities that only they need. */
export interface Results {
  readonly columns: readonly Result[]
  readonly quantities: readonly Quantity[]
}

/**
 * What stands beside each child: what is still to do, the total, flags, who may agree, each stream, each line. The names
 * are those of a caseload's results. `names` are the columns of the inputs; `short` is how many of the first columns say
 * it all in short.
 */
export function resultsOf(
  arranging: Arranging,
  names: ReadonlyMap<string, string>,
): Results & { readonly short: number } {
  const { schemes } = arranging
  const name = ({ plan }: Scheme, id: string) => (schemes.length > 1 ? qualified(plan.id, id) : id)
  const first = [
    toDo(arranging.program, names),
    total({ name: 'total' }, 'Likely amount a year', 'total'),
    flagResults(arranging, name),
    notes(arranging),
  ]
  const more = [
    ...schemes.flatMap((scheme) =>
      streamsOf(scheme).map((stream) => streamResults(stream, scheme, name(scheme, stream))),
    ),
    ...schemes.flatMap((scheme) => scheme.plan.lines.map((line) => lineResults(line, scheme, name(scheme, line.id)))),
  ]
  const all = [...first, ...more]
  return {
    columns: toldApart(all.flatMap(({ columns }) => columns)),
    quantities: all.flatMap(({ quantities }) => quantities),
    short: first.flatMap(({ columns }) => columns).length,
  }
}

/** The streams that a table has lines of. */
function streamsOf({ plan }: Scheme): readonly string[] {
  return [...new Set(plan.lines.map(({ stream }) => stream))]
}

function streamResults(stream: string, { plan, written }: Scheme, name: string): Results {
  const title = written.streams[stream]?.title ?? stream
  return total({ name, full: `streams/${name}` }, title, `${plan.id}/streams/${stream}`)
}

interface Named {
  readonly name: string
  readonly full?: string
}

/** The name of a part of something: `total/at-least`. */
function partOf({ name, full }: Named, part: string): Named {
  return { name: `${name}/${part}`, ...(full === undefined ? {} : { full: `${full}/${part}` }) }
}

/** What is settled in pounds, and whether it reads “at least”. */
function total(named: Named, title: string, id: string): Results {
  const pounds = shown(`result/${id}`, 'pence', infix(quantity(`${id}/settled`), '/', number(100)))
  const open = iff(infix(quantity(`${id}/open`), '>', number(0)), text('yes'), text(''))
  const atLeast = shown(`result/${id}/at-least`, 'text', open)
  return {
    columns: [
      { ...named, title, id: pounds.id, style: 'pounds', width: 13 },
      { ...partOf(named, 'at-least'), title: 'At least', id: atLeast.id, style: 'text', width: 11 },
    ],
    quantities: [pounds, atLeast],
  }
}

/** What a line comes to, and its state. */
function lineResults({ id: line, title, provides }: LinePlan, { plan }: Scheme, name: string): Results {
  const id = `${plan.id}/lines/${line}`
  const of = quantity(`${id}/${provides === null ? 'pence' : 'hundredths'}`)
  const figure = iff(call('ISNUMBER', of), infix(of, '/', number(100)), text(''))
  const amount = shown(`result/${id}`, 'pence', figure)
  const named = { name, full: `lines/${name}` }
  return {
    columns: [
      provides === null
        ? { ...named, title, id: amount.id, style: 'pounds', width: 13 }
        : {
            ...partOf(named, provides.replaceAll(' ', '-')),
            ...{ title: `${title} (${provides})`, id: amount.id, width: 13 },
            ...{ style: 'figure', format: decimals(2, false) },
          },
      { ...partOf(named, 'state'), title: 'How it stands', id: `${id}/state`, style: 'text', width: 11 },
    ],
    quantities: [amount],
  }
}

/** A quantity that stands only where everything is filled in. */
export function shown(id: string, unit: Unit, formula: Expression): Quantity {
  return { id, label: id, unit, section: '', formula, waits: true }
}

/** Names that other columns have, here or in the results of a whole caseload. */
const TAKEN = ['row', 'case', 'tables', 'provenance']

/** Where a line and a stream have one name, both say what they are. */
function toldApart(columns: readonly Result[]): readonly Result[] {
  const all = [...TAKEN, ...columns.map(({ name }) => name)]
  return columns.map((one) => {
    const isAlone = all.filter((name) => name === one.name).length === 1
    return isAlone || one.full === undefined ? one : { ...one, name: one.full }
  })
}
