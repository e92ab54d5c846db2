import { type AllocationTable, writtenOf } from '../../load/table.js'
import { equals, iff, infix, joined, number, quantity, sumOf, text } from '../formula/expression.js'
import type { Making } from './making.js'
import { ofTable } from './of-table.js'
import type { Input, Program, Quantity } from './program.js'

/** What a workbook cannot say of some tables, or the program of them. */
export type Programmed =
  | { readonly success: true; readonly data: Program }
  | { readonly success: false; readonly refused: readonly Refused[] }

/** Something that a workbook cannot say: in which table, where, and why. */
export interface Refused {
  readonly table: AllocationTable
  readonly at: string
  readonly why: string
}

/**
 * Tables, by id, as one program. What cannot be said to the penny in a spreadsheet is refused by its place. `apart`: what
 * is asked for each table by itself, though all ask it alike.
 */
export function programOf(tables: readonly AllocationTable[], apart: ReadonlySet<string> = new Set()): Programmed {
  const inputs: Input[] = []
  const shared = new Set([...sharedBy(tables)].filter((id) => !apart.has(id)))
  const made = tables.map((table) => ({
    table,
    making: makingOf(table, inputs, (part, ...rest) => inputId(table, tables, shared, part ?? '', rest)),
  }))
  const refused = made.flatMap(({ table, making }) => making.refused.map((one) => ({ table, ...one })))
  if (refused.length > 0)
    return {
      success: false,
      refused: [...new Map(refused.map((one) => [`${one.table.id}${one.at}${one.why}`, one])).values()],
    }
  return {
    success: true,
    data: together(
      made.map(({ making }) => making),
      inputs,
    ),
  }
}

/** How many times as large the figures of a draft may become: the first of these by which all stays exact. */
const ROOMS = [10, 4, 2, 1.5]

/** The figures of a draft or trial may be changed, as far as nothing can then need more digits than a spreadsheet has. */
function makingOf(table: AllocationTable, inputs: Input[], id: Making['inputId']): Making {
  const rooms = table.status === 'draft' || table.status === 'trial' ? ROOMS : []
  const room = rooms.find((one) => ofTable(table, [...inputs], id, one).refused.length === 0)
  return ofTable(table, inputs, id, room ?? 1)
}

/** An input is one for all tables that ask it alike, and otherwise one for each, with the table's id in its name. */
function inputId(
  table: AllocationTable,
  tables: readonly AllocationTable[],
  shared: ReadonlySet<string>,
  part: string,
  [name, ...rest]: readonly string[],
): string {
  const plain = name === undefined ? part : `${part}/${name}`
  const own =
    tables.length === 1 || shared.has(plain) ? plain : [part, table.id, ...(name === undefined ? [] : [name])].join('/')
  return [own, ...rest].join('/')
}

/** What is asked in one way only, whichever table asks it: facts, questions that are always asked, scores, the form. */
function sharedBy(tables: readonly AllocationTable[]): ReadonlySet<string> {
  const ways = new Map<string, Set<string>>()
  const tell = (id: string, how: unknown) => ways.set(id, (ways.get(id) ?? new Set()).add(JSON.stringify(how)))
  for (const table of tables) {
    const { facts, questions, scores, forms } = writtenOf(table)
    if (forms) tell('form', forms)
    for (const [id, fact] of Object.entries(facts ?? {})) tell(`facts/${id}`, fact)
    for (const [id, score] of Object.entries(scores ?? {})) if ('brought' in score) tell(`scores/${id}`, score)
    for (const { title, ask } of Object.values(questions ?? {}))
      for (const [id, question] of Object.entries(ask)) {
        const always = question['asked-when'] === undefined && question.forms === undefined
        tell(`answers/${id}`, always ? [title, question] : [table.id, question])
      }
  }
  return new Set([...ways].flatMap(([id, how]) => (how.size === 1 ? [id] : [])))
}

/** The tables' quantities one after the other, with what is over all of them, before and after. */
function together(made: readonly Making[], inputs: readonly Input[]): Program {
  const own = made.flatMap(({ quantities }) => quantities)
  const early = own.filter(({ waits }) => !waits)
  const over = (of: 'settled' | 'open') => sumOf(made.map(({ plan }) => quantity(`${plan.id}/total/${of}`)))
  const section = 'Over all'
  return {
    tables: made.map(({ plan, blocks, live }) => ({ id: plan.id, blocks, live })),
    inputs,
    quantities: [
      ...early,
      ...readiness(inputs, early),
      ...own.filter(({ waits }) => waits),
      {
        id: 'total/settled',
        label: 'All money that is settled',
        unit: 'pence',
        section,
        waits: true,
        formula: over('settled'),
      },
      {
        id: 'total/open',
        label: 'How many lines are open',
        unit: 'number',
        section,
        waits: true,
        formula: over('open'),
      },
    ],
  }
}

/** So many checks are counted in one formula. */
const AT_ONCE = 60

/** How many inputs are missing or wrong, and whether all is there. */
function readiness(inputs: readonly Input[], early: readonly Quantity[]): readonly Quantity[] {
  const section = 'What is still to do'
  const about = { section, waits: false } as const
  const counted = inputs.flatMap(({ check }) =>
    check === null ? [] : [iff(equals(quantity(check), text('')), number(0), number(1))],
  )
  const parts = chunks(counted).map(
    (some, i): Quantity => ({
      ...about,
      id: `missing/${i + 1}`,
      label: `Still to do, part ${i + 1}`,
      unit: 'number',
      formula: sumOf(some),
    }),
  )
  const checks = early.filter(({ id }) => id.endsWith('/check')).map(({ id }) => quantity(id))
  const wrong = chunks(checks).map(
    (some, i): Quantity => ({
      ...about,
      id: `wrong/${i + 1}`,
      label: `Something is missing, part ${i + 1}`,
      unit: 'number',
      formula: iff(equals(joined(some), text('')), number(0), number(1)),
    }),
  )
  const all = sumOf(wrong.map(({ id }) => quantity(id)))
  return [
    ...parts,
    {
      ...about,
      id: 'missing',
      label: 'How many inputs are still to do',
      unit: 'number',
      formula: sumOf(parts.map(({ id }) => quantity(id))),
    },
    ...wrong,
    {
      ...about,
      id: 'ready',
      label: 'Everything is filled in',
      unit: 'truth',
      formula: iff(infix(all, '=', number(0)), number(1), number(0)),
    },
  ]
}

function chunks<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.max(1, Math.ceil(all.length / AT_ONCE)) }, (_, i) =>
    all.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  )
}
