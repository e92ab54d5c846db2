import { STATES } from '../../caseload/columns.js'
import type { Out } from '../../caseload/run.js'
import { type PlainColumn, writeRows } from '../../workbook/xlsx/write-rows.js'
import { stop } from '../io.js'
import type { Counted, ResultWriter, UsedTables, Writing } from './results.js'
import { resultNames } from './results-csv.js'
import { thousands } from './summary.js'

/** Results that are collected for a workbook, which is written once all of them are there. */
export interface Collected {
  readonly writing: Writing
  /** The bytes of the workbook. */
  readonly finish: () => Promise<Buffer>
}

type Value = string | number | null

/** The most cells that are kept: a workbook is held in memory until it is whole. */
const MOST_CELLS = 3_000_000

/** Begins to collect. @throws Stop, when a row comes that is too much for `file`. */
export function collectForWorkbook(file: string): Collected {
  const rows: Value[][] = []
  let columns: readonly PlainColumn[] = []
  const writing = (out: Out, tables: UsedTables, counted: Counted): ResultWriter => {
    const names = resultNames(out, tables, counted)
    const kinds = kindsOf(out)
    columns = names.map((name, i) => ({ name, is: kinds[i] ?? 'text' }))
    const most = Math.floor(MOST_CELLS / names.length)
    const by = tables.map(({ id, version }) => `${id}@${version}`).join(' ')
    const from = tables.map(({ provenance }) => provenance).join(' ')
    const end = names.at(-1) === 'provenance' ? [by, from] : [by]
    return {
      head: '',
      row: (_, row, reference, at) => {
        if (rows.length === most) throw tooMany(file, most)
        rows.push([row, reference, ...figures(out, at), ...end])
      },
    }
  }
  return { writing, finish: async () => Buffer.from(await writeRows({ name: 'Results', columns, rows })) }
}

function tooMany(file: string, most: number) {
  return stop(
    2,
    `${file} would have more than ${thousands(most)} cases, which is the most for a workbook of these tables. ` +
      'Give the results a name that ends in .csv, or split the caseload.',
  )
}

/** What the first columns hold, up to the last amount; those after it are text. */
function kindsOf({ lines, streams }: Out): readonly PlainColumn['is'][] {
  return [
    'number',
    'text',
    ...lines.flatMap(({ of }) => [of === 'pence' ? ('pounds' as const) : ('number' as const), 'text' as const]),
    ...[...streams, null].flatMap(() => ['pounds' as const, 'text' as const]),
  ]
}

/** A case from its first line to its flags. */
function figures({ lines, streams, total, flags }: Out, at: number): Value[] {
  const names = (words: readonly Uint32Array[]): Value => {
    const raised = flags.names.filter((_, k) => ((words[k >> 5]?.[at] ?? 0) >>> (k & 31)) & 1)
    return raised.length === 0 ? null : raised.map(({ id }) => id).join(' ')
  }
  return [
    ...lines.flatMap(({ states, figures }): Value[] => {
      const figure = figures[at] ?? Number.NaN
      return [Number.isNaN(figure) ? null : figure / 100, STATES[states[at] ?? 0] ?? null]
    }),
    ...[...streams, total].flatMap(({ settled, waiting }): Value[] => [
      (settled[at] ?? 0) / 100,
      waiting[at] === 1 ? 'yes' : null,
    ]),
    names(flags.yes),
    names(flags.unknown),
  ]
}
