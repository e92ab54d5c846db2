import { STATES } from '../../caseload/columns.js'
import type { Out } from '../../caseload/run.js'
import { put, putAscii, putWhole } from './bytes.js'
import { type Counted, listed, ofWord, type Part, type ResultWriter, type UsedTables } from './results.js'

/**
 * Results as one JSON object a line: `{ row, case, lines, streams, total, flags, flagsUnknown, tables }`. Money is whole
 * pence; a line or a case without a figure has none.
 */
export function resultsAsJson(out: Out, tables: UsedTables, counted: Counted): ResultWriter {
  const { lines, streams, total, flags } = out
  const parts: Part[] = [
    text(',"lines":{'),
    ...between(lines.map((line, k) => lineMember(line, counted[k] ?? null))),
    text('},"streams":{'),
    ...between(streams.map((one) => totalMember(one.stream, one))),
    text('},'),
    totalMember('total', total),
    text(',"flags":['),
    flagNames(out, flags.yes),
    text('],"flagsUnknown":['),
    flagNames(out, flags.unknown),
    text(`],"tables":${JSON.stringify(tables.map(({ id, version, provenance }) => ({ id, version, provenance })))}}\n`),
  ]
  return {
    head: '',
    row: (to, row, reference, at) => {
      put(to, ROW)
      putWhole(to, row)
      put(to, CASE)
      // A reference has no sign that JSON would write in another way.
      putAscii(to, reference)
      put(to, QUOTE)
      for (let k = 0; k < parts.length; k++) parts[k]?.(to, at)
    },
  }
}

const [ROW, CASE, QUOTE] = [Buffer.from('{"row":'), Buffer.from(',"case":"'), Buffer.from('"')]
const [CLOSE, COMMA] = [Buffer.from('}'), Buffer.from(',')]

function text(piece: string): Part {
  const bytes = Buffer.from(piece)
  return (to) => put(to, bytes)
}

function between(parts: readonly Part[]): Part[] {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [text(','), part]))
}

/** `"name":{"state":"settled","pence":1000}`: what stands before the figure, and after it, for each state. */
function lineMember({ id, of, states, figures }: Out['lines'][number], counted: string | null): Part {
  const name = STATES.map((state) => Buffer.from(`${JSON.stringify(id)}:{"state":"${state}"`))
  const figureOf = Buffer.from(of === 'pence' ? ',"pence":' : ',"quantity":')
  const end = Buffer.from(of === 'pence' ? '}' : `,"of":${JSON.stringify(counted)}}`)
  return (to, at) => {
    const figure = figures[at] ?? Number.NaN
    put(to, name[states[at] ?? 0] ?? end)
    if (Number.isNaN(figure)) put(to, CLOSE)
    else {
      put(to, figureOf)
      if (of === 'pence') putWhole(to, figure)
      else putAscii(to, String(figure / 100))
      put(to, end)
    }
  }
}

/** `"name":{"settled":1000,"atLeast":false}` */
function totalMember(name: string, { settled, waiting }: Out['total']): Part {
  const before = Buffer.from(`${JSON.stringify(name)}:{"settled":`)
  const after = [false, true].map((atLeast) => Buffer.from(`,"atLeast":${atLeast}}`))
  return (to, at) => {
    put(to, before)
    putWhole(to, settled[at] ?? 0)
    put(to, after[waiting[at] ?? 0] ?? CLOSE)
  }
}

function flagNames({ flags: { names } }: Out, words: Out['flags']['yes']): Part {
  const texts = words.map((_, k) =>
    ofWord((bits) => bits.map((bit) => JSON.stringify(names[32 * k + bit]?.id)).join(',')),
  )
  return listed(texts, words, COMMA)
}
