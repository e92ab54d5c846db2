import type { Case } from './case.js'
import { asNumber, fraction, isBelow, minus, read } from './fraction.js'
import type { Worked } from './line.js'
import { points } from './points.js'
import type { OracleEvidence } from './result.js'
import { total } from './totals.js'
import { at, has, maybe, text, texts } from './tree.js'
import { truth, within } from './truth.js'

const UNKNOWN: OracleEvidence = { value: null, met: 'unknown' }

/** A condition over figures. Bounds are pounds; figures are pence. */
export function figure(c: Case, all: readonly Worked[], leaf: unknown): OracleEvidence {
  if (has(leaf, 'near-next-row')) return near(c, all, leaf)
  if (has(leaf, 'judged-band')) return judged(c, all, leaf)
  const stream = maybe(leaf, 'total')
  if (stream !== null) {
    const lines = all.map(({ line }) => line).filter((line) => stream === 'all' || line.stream === stream)
    const { settled, waiting } = total(c.table, lines)
    return { value: settled, met: within(leaf, fraction(BigInt(settled), 100n), waiting.length > 0) }
  }
  const { amount } = worked(all, text(leaf, 'line')).line
  if (amount.state !== 'settled' && amount.state !== 'refused') return UNKNOWN
  const value = amount.state === 'refused' ? 0 : (amount.pence ?? 0)
  return { value, met: within(leaf, fraction(BigInt(value), 100n)) }
}

/** Whether the next row is this near, for a line that was looked up. */
function near(c: Case, all: readonly Worked[], leaf: unknown): OracleEvidence {
  const { line } = worked(all, text(leaf, 'near-next-row'))
  if (!c.scored || line.amount.state === 'by-setting') return UNKNOWN
  if (line.neighbours === null || line.neighbours.next === null) return { value: null, met: 'no' }
  const tree = at(c.table, 'lines', line.id)
  const reached = points(c, maybe(tree, 'price', 'look-up') ?? text(tree, 'provides', 'look-up'))
  const away = minus(read(line.neighbours.next.from), reached)
  return { value: asNumber(away), met: truth(!isBelow(read(text(leaf, 'within')), away)) }
}

/** Whether a judged band and the band by points are further apart than they may be. */
function judged(c: Case, all: readonly Worked[], leaf: unknown): OracleEvidence {
  const { line, band } = worked(all, text(leaf, 'differs-from'))
  if (!c.scored || line.amount.state === 'by-setting') return UNKNOWN
  if (band === null) return { value: null, met: 'no' }
  const fact = text(leaf, 'judged-band')
  const bands = texts(c.table, 'facts', fact, 'one-of')
  const place = (name: string): number => {
    const index = bands.indexOf(name)
    if (index < 0) throw new RangeError(`no band ${name}`)
    return index
  }
  const value = band.toLowerCase().replaceAll(' ', '-')
  const apart = Math.abs(place(String(c.facts.get(fact))) - place(value))
  return { value, met: truth(apart > Number(maybe(leaf, 'by-more-than') ?? '0')) }
}

function worked(all: readonly Worked[], id: string): Worked {
  const found = all.find(({ line }) => line.id === id)
  if (found === undefined) throw new RangeError(`no line ${id}`)
  return found
}
