import { STATES } from '../../caseload/columns.js'
import type { Out } from '../../caseload/run.js'
import { type Bytes, put, putAscii, putPounds, putWhole } from './bytes.js'
import { csvRow } from './csv-text.js'
import { type Counted, listed, ofWord, type Part, type ResultWriter, type UsedTables } from './results.js'

/** Results as CSV: pounds with two decimals, an empty cell where there is no figure, flags by their names. */
export function resultsAsCsv(out: Out, tables: UsedTables, counted: Counted): ResultWriter {
  const { lines, streams, total, flags } = out
  const parts = [...lines.map(lineCells), ...[...streams, total].map(totalCells)]
  parts.push(flagCell(out, flags.yes), flagCell(out, flags.unknown))
  const by = tables.map(({ id, version }) => `${id}@${version}`)
  // One for each table, as soon as any is not issued by its authority.
  const from = tables.some(({ provenance }) => provenance !== 'official') ? tables.map((one) => one.provenance) : null
  const end = Buffer.from(`,${csvRow([by.join(' '), ...(from ? [from.join(' ')] : [])])}`)
  return {
    head: csvRow(resultNames(out, tables, counted)),
    row: (to, row, reference, at) => {
      putWhole(to, row)
      put(to, COMMA)
      putAscii(to, reference)
      for (let k = 0; k < parts.length; k++) parts[k]?.(to, at)
      put(to, end)
    },
  }
}

const [COMMA, SPACE] = [Buffer.from(','), Buffer.from(' ')]

function lineCells({ of, states, figures }: Out['lines'][number]): Part {
  const after = STATES.map((state) => Buffer.from(`,${state}`))
  const write = of === 'pence' ? putPounds : putHundredths
  return (to, at) => {
    const figure = figures[at] ?? Number.NaN
    put(to, COMMA)
    if (!Number.isNaN(figure)) write(to, figure)
    put(to, after[states[at] ?? 0] ?? COMMA)
  }
}

function putHundredths(to: Bytes, quantity: number): void {
  putAscii(to, String(quantity / 100))
}

function totalCells({ settled, waiting }: Out['total']): Part {
  const after = [COMMA, Buffer.from(',yes')]
  return (to, at) => {
    put(to, COMMA)
    putPounds(to, settled[at] ?? 0)
    put(to, after[waiting[at] ?? 0] ?? COMMA)
  }
}

/** The names of the flags whose bits are set, with a space between them. No name needs quotation marks. */
function flagCell({ flags: { names } }: Out, words: Out['flags']['yes']): Part {
  const texts = words.map((_, k) => ofWord((bits) => bits.map((bit) => names[32 * k + bit]?.id).join(' ')))
  const cell = listed(texts, words, SPACE)
  return (to, at) => {
    put(to, COMMA)
    cell(to, at)
  }
}

/** The names of all columns of results. `provenance` is one of them as soon as any table is not issued by its authority. */
export function resultNames(out: Out, tables: UsedTables, counted: Counted): readonly string[] {
  const from = tables.some(({ provenance }) => provenance !== 'official') ? ['provenance'] : []
  return [...names(out, counted), 'tables', ...from]
}

/** The names of the columns. Where a line and a stream have one name, both are written in full. */
function names({ lines, streams }: Out, counted: Counted): readonly string[] {
  const short = [
    ...lines.flatMap(({ id }, k) => [unit(id, counted[k] ?? null), `${id}/state`]),
    ...streams.flatMap(({ stream }) => [stream, `${stream}/at-least`]),
  ]
  const full = short.map((name, i) => `${i < 2 * lines.length ? 'lines' : 'streams'}/${name}`)
  const before = ['row', 'case']
  const after = ['total', 'total/at-least', 'flags', 'flags/unknown']
  const all = [...before, ...short, ...after, 'tables', 'provenance']
  const once = (name: string) => all.filter((one) => one === name).length === 1
  return [...before, ...short.map((name, i) => (once(name) ? name : (full[i] ?? name))), ...after]
}

/** A line that provides hours says in its name what they are counted in. */
function unit(id: string, of: string | null): string {
  return of === null ? id : `${id}/${of.replaceAll(' ', '-')}`
}
