import type { Factor, RateUse, Step } from '../allocate/step.js'
import type { Written } from '../load/table.js'
import { formatPounds, type Pence } from '../pence.js'
import { capital, lower, pounds, spaced, stop } from './grammar.js'

/** The arithmetic of a line, so that a person can do it again. */
export function working(steps: readonly Step[], table: Written, id: string): string {
  const parts = steps.flatMap((step) => stepWords(step, table, id))
  return parts.length === 0 ? '' : stop(capital(parts.join('; ')))
}

function stepWords(step: Step, table: Written, line: string): string[] {
  switch (step.op) {
    case 'when':
    case 'gate':
    case 'left-out':
      return []
    case 'flat':
      return [`${formatPounds(step.price)} a ${step.per}${factors(step.times)}${equals(step.times, step.after)}`]
    case 'look-up': {
      const row = `${step.points} ${spaced(step.score)}: the row from ${step.from} points`
      if (step.after === null) return [`${row} leaves it to people`]
      const rest = `${rate(step.rate)}${factors(step.times)}`
      const result = rest === '' && step.gives === 'pounds a year' ? '' : ` = ${formatPounds(step.after)}`
      return [`${row} gives ${given(step.give, step.gives)}${rest}${result}`]
    }
    case 'straight-line': {
      const inPounds = step.gives.startsWith('pounds')
      const [low, high] = inPounds ? [pounds(step.give), pounds(step.nextGive)] : [step.give, step.nextGive]
      const unit = inPounds ? '' : ` ${step.gives}`
      return [
        `${step.points} ${spaced(step.score)}, on the line from ${low}${unit} at ${step.from} to ${high}${unit} at ${step.next}: (${low} + (${high} − ${low}) × (${step.points} − ${step.from}) ÷ (${step.next} − ${step.from}))${rate(step.rate)}${factors(step.times)} = ${formatPounds(step.after)}`,
      ]
    }
    case 'each-point':
      return [
        `${step.points} ${spaced(step.score)} × ${price(step.rate)} a point${factors(step.times)} = ${formatPounds(step.after)}`,
      ]
    case 'hours':
      return [`${step.hours} hours a week${rate(step.rate)}${factors(step.times)} = ${formatPounds(step.after)}`]
    case 'units':
      return [`${step.units}${rate(step.rate)}${factors(step.times)} = ${formatPounds(step.after)}`]
    case 'times':
      return [`× ${step.factor}${why(table, line, step.name)} = ${formatPounds(step.after)}`]
    case 'add':
      return [`+ ${formatPounds(step.by)}${why(table, line, step.name)} = ${formatPounds(step.after)}`]
    case 'subtract':
      return [`− ${formatPounds(step.by)}${why(table, line, step.name)} = ${formatPounds(step.after)}`]
    case 'at-most':
      return step.after === step.before ? [] : [`kept to ${formatPounds(step.limit)}${why(table, line, step.name)}`]
    case 'at-least':
      return step.after === step.before ? [] : [`raised to ${formatPounds(step.limit)}${why(table, line, step.name)}`]
    case 'nearest':
      return [`to the nearest ${formatPounds(step.to)}${why(table, line, step.name)} = ${formatPounds(step.after)}`]
  }
}

/** The reason a change gives for itself, in brackets. */
export function why(table: Written, line: string, name: string): string {
  const change = table.lines[line]?.changes?.find((one) => one.name === name)
  return change ? ` (${lower(change.why)})` : ''
}

function factors(times: readonly Factor[]): string {
  return times
    .map(({ of, value, outOf }) =>
      outOf === null ? ` × ${value}${of === 'periods' ? '' : ` ${of}`}` : ` × ${value}/${outOf} of the ${of}`,
    )
    .join('')
}

function equals(times: readonly Factor[], after: Pence): string {
  return times.length === 0 ? '' : ` = ${formatPounds(after)}`
}

function price(use: RateUse): string {
  return /\.\d{3,}$/.test(use.pounds) ? `£${use.pounds}` : pounds(use.pounds)
}

function rate(use: RateUse | null): string {
  return use ? ` × ${price(use)} ${use.per === 'hour' ? 'an' : 'a'} ${use.per}` : ''
}

/** What a row gives, with its unit. */
export function given(give: string, gives: string): string {
  if (gives === 'hours a week') return `${give} hours a week`
  if (gives === 'units a year') return give
  return `${pounds(give)}${gives.replace('pounds', '')}`
}
