import type { Case } from './case.js'
import { holds } from './conditions.js'
import { type Fraction, fraction, over, plus, read, round, times } from './fraction.js'
import { keptOf, penceOf, poundsOf, wholePence } from './money.js'
import { type OracleStep, step } from './result.js'
import { at, has, items, maybe, text } from './tree.js'

/** What the changes make of a price, one at a time. */
export interface Changed {
  readonly pence: bigint
  readonly steps: readonly OracleStep[]
  /** The caps that bit, and the figures that they cut. */
  readonly capped: readonly { readonly name: string; readonly before: bigint }[]
}

const KINDS = [
  'uplift',
  'area-factor',
  'times',
  'add',
  'subtract',
  'other-package',
  'at-most',
  'at-least',
  'protect',
  'nearest',
]
const HUNDRED = read('100')

export function changed(c: Case, line: unknown, price: bigint): Changed {
  return items(line, 'changes').reduce<Changed>((so, change) => onward(c, so, change), {
    pence: price,
    steps: [],
    capped: [],
  })
}

function onward(c: Case, so: Changed, change: unknown): Changed {
  const kind = KINDS.find((key) => has(change, key)) ?? ''
  const isMade = !has(change, 'when') || holds(c, at(change, 'when')) === 'yes'
  const pence = isMade ? made(c, kind, so.pence, change) : null
  if (pence === null) return { ...so, steps: [...so.steps, step('left-out', so.pence)] }
  const bites = kind === 'at-most' && pence < so.pence
  return {
    pence,
    steps: [...so.steps, step(kind, pence)],
    capped: bites ? [...so.capped, { name: text(change, 'name'), before: so.pence }] : so.capped,
  }
}

/** The figure after a change; null where the change has nothing to go by. */
function made(c: Case, kind: string, before: bigint, change: unknown): bigint | null {
  const rounded = (by: Fraction) => round(times(fraction(before), by), c.rounding)
  switch (kind) {
    case 'times':
      return rounded(read(text(change, 'times')))
    case 'uplift':
      return uplifted(change, before, rounded)
    case 'area-factor': {
      const area = String(c.facts.get(text(change, 'area-factor', 'fact')))
      return rounded(read(text(change, 'area-factor', 'times', area)))
    }
    case 'other-package': {
      const counted = over(read(maybe(change, 'per-cent') ?? '100'), HUNDRED)
      const yearly = poundsOf(c, text(change, 'other-package'))
      if (yearly === null) throw new TypeError('another package is always given')
      return before - round(times(fraction(wholePence(yearly)), counted), c.rounding)
    }
    case 'protect':
      return kept(c, change, before)
    default:
      return byPounds(c, kind, before, penceOf(text(change, kind)))
  }
}

function uplifted(change: unknown, before: bigint, rounded: (by: Fraction) => bigint): bigint {
  const perCent = maybe(change, 'uplift', 'per-cent')
  if (perCent !== null) return rounded(over(plus(HUNDRED, read(perCent)), HUNDRED))
  return before > 0n ? before + penceOf(text(change, 'uplift', 'pounds')) : before
}

/** What is held of the figure before a change of table; null where there was none. */
function kept(c: Case, change: unknown, before: bigint): bigint | null {
  const pounds = poundsOf(c, text(change, 'against'))
  if (pounds === null) return null
  const previous = wholePence(pounds)
  const how = text(change, 'protect')
  if (how === 'freeze') return previous
  if (before >= previous) return before
  if (how === 'no-loser') return previous
  const part = over(keptOf(c, items(change, 'keeps')), HUNDRED)
  return before + round(times(fraction(previous - before), part), c.rounding)
}

function byPounds(c: Case, kind: string, before: bigint, by: bigint): bigint {
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
