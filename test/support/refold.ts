import { Decimal } from 'decimal.js'
import type { ChangeStep, Factor, PriceStep, Rounding, Step } from '../../src/index.js'

const MODES = {
  'half up': Decimal.ROUND_HALF_CEIL,
  'half even': Decimal.ROUND_HALF_EVEN,
  down: Decimal.ROUND_DOWN,
} as const

/** Where a step has a figure of its own: what it comes to, or how much it provides. */
export function figureOf(step: Step): number | null | undefined {
  return step.op === 'provides' ? step.quantity : 'after' in step ? step.after : undefined
}

/** Works out what each step comes to from what stands in the step itself, in decimals of many digits. */
export function refold(steps: readonly Step[], rounding: Rounding): (number | null | undefined)[] {
  const Exact = Decimal.clone({ precision: 120, rounding: MODES[rounding] })
  const round = (value: Decimal) => value.toDecimalPlaces(0).toNumber() + 0
  let before = 0
  let exact = new Exact(0)
  return steps.map((step) => {
    const after = one(step)
    if (typeof after === 'number') before = after
    return after
  })

  function one(step: Step): number | null | undefined {
    switch (step.op) {
      case 'when':
        return 0
      case 'gate':
      case 'not-scored':
      case 'by-setting':
        return undefined
      case 'provides':
        return round(exact.times(100)) / 100
      case 'people-decide':
        return null
      case 'flat':
      case 'quote':
      case 'look-up':
      case 'category':
      case 'straight-line':
      case 'each-point':
      case 'hours':
      case 'entitlement':
      case 'units':
        if ('give' in step && step.give === 'refer') return null
        exact = worth(step)
        return isMoney(step) ? round(exact) : null
      default:
        return changed(step)
    }
  }

  /** What a price step says, everything multiplied, before it is rounded: pence, or hours or units without a rate. */
  function worth(step: Exclude<PriceStep, { readonly op: 'people-decide' }>): Decimal {
    switch (step.op) {
      case 'flat':
        return timed(new Exact(step.price).times(step.weight?.factor ?? 1), step)
      case 'quote':
        return timed(new Exact(step.price), step)
      case 'look-up':
      case 'category':
        return timed(given(step.give, step.gives).times(rated(step)), step)
      case 'straight-line': {
        // Multiplied out before the one division, as the rule says.
        const [low, high] = [given(step.give, step.gives), given(step.nextGive, step.gives)]
        const span = new Exact(step.next).minus(step.from)
        const line = low.times(span).plus(high.minus(low).times(new Exact(step.points).minus(step.from)))
        return timed(line.times(rated(step)), step, span)
      }
      case 'each-point':
        return timed(new Exact(step.points).times(rated(step)), step)
      case 'hours':
        return timed(new Exact(step.hours).times(rated(step)), step)
      case 'entitlement':
        return timed(new Exact(step.quantity).times(rated(step)), step)
      case 'units':
        return timed(new Exact(step.units).times(rated(step)), step)
    }
  }

  function changed(step: ChangeStep): number {
    switch (step.op) {
      case 'times':
      case 'area-factor':
        return round(new Exact(before).times(step.factor))
      case 'uplift':
        if (step.perCent === null) return before > 0 ? before + (step.by ?? 0) : before
        return round(new Exact(before).times(new Exact(step.perCent).plus(100)).div(100))
      case 'add':
        return before + step.by
      case 'subtract':
      case 'other-package':
        return before - step.by
      case 'at-most':
        return Math.min(before, step.limit)
      case 'at-least':
        return Math.max(before, step.limit)
      case 'protect': {
        if (step.how === 'freeze') return step.previous
        if (step.how === 'no-loser' || before >= step.previous) return Math.max(before, step.previous)
        return before + round(new Exact(step.previous - before).times(step.perCent ?? 0).div(100))
      }
      case 'nearest':
        return step.to * round(new Exact(before).div(step.to)) + 0
      case 'left-out':
        return before
    }
  }

  function given(text: string, gives: string): Decimal {
    return new Exact(text).times(gives.startsWith('pounds') ? 100 : 1)
  }

  /** The rate in pence; 1 where there is none. */
  function rated(step: { readonly rate: { readonly pounds: string } | null }): Decimal {
    return step.rate ? new Exact(step.rate.pounds).times(100) : new Exact(1)
  }

  /** Multiplies everything, then divides once, as rule R1 says. */
  function timed(value: Decimal, step: { readonly times: readonly Factor[] }, over: Decimal = new Exact(1)): Decimal {
    const numerator = step.times.reduce((product, factor) => product.times(factor.value), value)
    return numerator.div(step.times.reduce((product, factor) => product.times(factor.outOf ?? 1), over))
  }
}

/** Hours and units without a rate are provided, and no money. */
function isMoney(step: PriceStep): boolean {
  if (!('rate' in step) || step.rate !== null) return true
  return 'gives' in step && step.gives !== null && step.gives.startsWith('pounds')
}
