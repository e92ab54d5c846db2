import type { Case } from './case.js'
import { holds } from './conditions.js'
import { fraction, over, read, round, times } from './fraction.js'
import type { OracleStep } from './result.js'
import { at, has, items, text } from './tree.js'

/** What the changes make of a price, one at a time. */
export interface Changed {
  readonly pence: bigint
  readonly steps: readonly OracleStep[]
  /** The caps that bit, and the figures that they cut. */
  readonly capped: readonly { readonly name: string; readonly before: bigint }[]
}

const KINDS = ['times', 'add', 'subtract', 'at-most', 'at-least', 'nearest']

export function changed(c: Case, line: unknown, price: bigint): Changed {
  return items(line, 'changes').reduce<Changed>((so, change) => onward(c, so, change), {
    pence: price,
    steps: [],
    capped: [],
  })
}

function onward(c: Case, so: Changed, change: unknown): Changed {
  const kind = KINDS.find((key) => has(change, key)) ?? ''
  if (has(change, 'when') && holds(c, at(change, 'when')) === 'no') {
    return { ...so, steps: [...so.steps, { op: 'left-out', after: Number(so.pence) }] }
  }
  const pence = made(c, kind, so.pence, text(change, kind))
  const bites = kind === 'at-most' && pence < so.pence
  return {
    pence,
    steps: [...so.steps, { op: kind, after: Number(pence) }],
    capped: bites ? [...so.capped, { name: text(change, 'name'), before: so.pence }] : so.capped,
  }
}

function made(c: Case, kind: string, before: bigint, written: string): bigint {
  if (kind === 'times') return round(times(fraction(before), read(written)), c.rounding)
  const by = penceOf(written)
  switch (kind) {
    case 'add':
      return before + by
    case 'subtract':
      return before - by
    case 'at-most':
      return before > by ? by : before
    case 'at-least':
      return before < by ? by : before
    case 'nearest':
      return by * round(over(fraction(before), fraction(by)), c.rounding)
    default:
      throw new RangeError(`no change ${kind}`)
  }
}

/** Pounds as written, in whole pence. */
export function penceOf(written: string): bigint {
  const pence = times(read(written), fraction(100n))
  if (pence.d !== 1n) throw new RangeError(`£${written} is not whole pence`)
  return pence.n
}
