import { Decimal } from 'decimal.js'
import type { Factor, Rounding, Step } from '../../src/index.js'

const MODES = {
  'half up': Decimal.ROUND_HALF_CEIL,
  'half even': Decimal.ROUND_HALF_EVEN,
  down: Decimal.ROUND_DOWN,
} as const

/** Works out what each step comes to from what stands in the step itself, in decimals of 60 digits. */
export function refold(steps: readonly Step[], rounding: Rounding): (number | null | undefined)[] {
  const Exact = Decimal.clone({ precision: 120, rounding: MODES[rounding] })
  const round = (value: Decimal) => value.toDecimalPlaces(0).toNumber() + 0
  let before = 0
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
        return undefined
      case 'flat':
        return round(timed(new Exact(step.price), step))
      case 'look-up':
        return step.give === 'refer' ? null : round(timed(given(step.give, step.gives).times(rated(step)), step))
      case 'straight-line': {
        // Multiplied out before the one division, as the rule says.
        const [low, high] = [given(step.give, step.gives), given(step.nextGive, step.gives)]
        const span = new Exact(step.next).minus(step.from)
        const line = low.times(span).plus(high.minus(low).times(new Exact(step.points).minus(step.from)))
        return round(timed(line.times(rated(step)), step, span))
      }
      case 'each-point':
        return round(timed(new Exact(step.points).times(rated(step)), step))
      case 'hours':
        return round(timed(new Exact(step.hours).times(rated(step)), step))
      case 'units':
        return round(timed(new Exact(step.units).times(rated(step)), step))
      case 'times':
        return round(new Exact(before).times(step.factor))
      case 'add':
        return before + step.by
      case 'subtract':
        return before - step.by
      case 'at-most':
        return Math.min(before, step.limit)
      case 'at-least':
        return Math.max(before, step.limit)
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
