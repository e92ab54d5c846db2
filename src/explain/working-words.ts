import type { Factor, RateUse, Step } from '../allocate/step.js'
import type { Written } from '../load/table.js'
import { formatPounds, type Pence } from '../pence.js'
import type { Key, WeightUse } from '../score/needs.js'
import { and, capital, lower, pounds, spaced, stop } from './grammar.js'

/** The arithmetic of a line, so that a person can do it again. */
export function working(steps: readonly Step[], table: Written, id: string): string {
  const parts = steps.flatMap((step) => stepWords(step, table, id))
  return parts.length === 0 ? '' : stop(capital(parts.join('; ')))
}

function stepWords(step: Step, table: Written, line: string): string[] {
  const because = 'name' in step ? why(table, line, step.name) : ''
  switch (step.op) {
    case 'when':
    case 'gate':
    case 'left-out':
    case 'provides':
    case 'by-setting':
    case 'people-decide':
      return []
    case 'not-scored':
      return ['below this age a child is assessed and not scored']
    case 'flat': {
      const { weight, times, after } = step
      const amount = `${formatPounds(step.price)} a ${step.per}${weight ? ` × ${weighed(weight, table)}` : ''}${factors(times)}`
      return [`${amount}${weight || times.length > 0 ? equals(after) : ''}`]
    }
    case 'look-up': {
      const row = `${step.points} ${spaced(step.score)}${keyed(step.keys, table)}: the row from ${step.from} points`
      if (step.give === 'refer') return [`${row} leaves it to people`]
      return [`${row} gives ${gives(step)}${step.band === null ? '' : `, band ${step.band}`}`]
    }
    case 'category': {
      const keys = and(step.keys.map((one) => key(one, table)))
      return [step.give === 'refer' ? `${keys}: people decide` : `${keys}: ${gives(step)}`]
    }
    case 'straight-line': {
      const inPounds = step.gives.startsWith('pounds')
      const [low, high] = inPounds ? [pounds(step.give), pounds(step.nextGive)] : [step.give, step.nextGive]
      const unit = inPounds ? '' : ` ${step.gives}`
      return [
        `${step.points} ${spaced(step.score)}${keyed(step.keys, table)}, on the line from ${low}${unit} at ${step.from} to ${high}${unit} at ${step.next}: (${low} + (${high} − ${low}) × (${step.points} − ${step.from}) ÷ (${step.next} − ${step.from}))${rate(step.rate)}${factors(step.times)}${equals(step.after)}`,
      ]
    }
    case 'each-point': {
      const of = step.gives === null ? spaced(step.score) : `${spaced(step.score)} as ${step.gives}`
      return [`${step.points} ${of}${pointRate(step.rate)}${factors(step.times)}${equals(step.after)}`]
    }
    case 'hours':
      return [`${step.hours} hours a week${rate(step.rate)}${factors(step.times)}${equals(step.after)}`]
    case 'entitlement':
      return [
        `${step.quantity} ${step.of} as agreed by ${by(table, step.fact)} (${spaced(step.fact)})${rate(step.rate)}${factors(step.times)}${equals(step.after)}`,
      ]
    case 'quote': {
      const quoted = `quoted by ${by(table, step.fact)} at ${formatPounds(step.price)} a ${step.per} (${spaced(step.fact)})`
      return [`${quoted}${factors(step.times)}${step.times.length > 0 ? equals(step.after) : ''}`]
    }
    case 'units':
      return [`${step.units}${rate(step.rate)}${factors(step.times)}${equals(step.after)}`]
    case 'uplift':
      if (step.perCent !== null) return [`+ ${step.perCent}%${because}${equals(step.after)}`]
      return step.after === step.before
        ? []
        : [`+ ${formatPounds(step.by ?? step.after)}${because}${equals(step.after)}`]
    case 'area-factor':
      return [`× ${step.factor} for ${spaced(step.area)}${because}${equals(step.after)}`]
    case 'times':
      return [`× ${step.factor}${because}${equals(step.after)}`]
    case 'add':
      return [`+ ${formatPounds(step.by)}${because}${equals(step.after)}`]
    case 'subtract':
      return [`− ${formatPounds(step.by)}${because}${equals(step.after)}`]
    case 'other-package': {
      const part = step.perCent === '100' ? '' : `, ${step.perCent}% of it`
      const whose = `the ${spaced(step.fact)} (${by(table, step.fact)})`
      return [`− ${formatPounds(step.by)} for ${whose}${part}${because}${equals(step.after)}`]
    }
    case 'at-most':
      return step.after === step.before ? [] : [`kept to ${formatPounds(step.limit)}${because}`]
    case 'at-least':
      return step.after === step.before ? [] : [`raised to ${formatPounds(step.limit)}${because}`]
    case 'protect':
      return step.after === step.before ? [] : [`${protection(step, table)}${because}${equals(step.after)}`]
    case 'nearest':
      return [`to the nearest ${formatPounds(step.to)}${because}${equals(step.after)}`]
  }
}

/** What a row or a category gives, with the arithmetic after it; a plain yearly amount says it all. */
function gives(step: Extract<Step, { op: 'look-up' | 'category' }>): string {
  const rest = `${rate(step.rate)}${factors(step.times)}`
  const plain = rest === '' && (step.gives === 'pounds a year' || step.after === null)
  return `${given(step.give, step.gives)}${rest}${plain ? '' : equals(step.after)}`
}

function protection({ how, against, previous, perCent }: Extract<Step, { op: 'protect' }>, table: Written): string {
  const who = by(table, against)
  const before = `before it was ${formatPounds(previous)}${who === '' ? '' : `, says ${who}`}`
  switch (how) {
    case 'freeze':
      return `kept as it was, since ${before}`
    case 'no-loser':
      return `not less than it was: ${before}`
    case 'taper':
      return `${perCent}% of the difference is kept: ${before}`
  }
}

/** What chose, read aloud: `setting special`, `worker band some (the social worker)`. */
function key({ of, is }: Key, table: Written): string {
  const who = by(table, of)
  return `${spaced(of)} ${is === 'no-level' ? 'in no level' : spaced(is).replace('/', ', ')}${who === '' ? '' : ` (${who})`}`
}

function keyed(keys: readonly Key[], table: Written): string {
  return keys.length === 0 ? '' : `, ${and(keys.map((one) => key(one, table)))}`
}

/** Who says what a fact is; nothing where the table does not say. */
function by(table: Written, id: string): string {
  const fact = table.facts?.[id]
  return fact && 'by' in fact && fact.is !== 'decision' ? (fact.by ?? '') : ''
}

/** A factor that was looked up, with what chose it. */
export function weighed({ factor, score, points, keys }: WeightUse, table: Written): string {
  const chosen = [...(score === null ? [] : [`${points} ${spaced(score)}`]), ...keys.map((one) => key(one, table))]
  return `${factor} (${and(chosen)})`
}

function pointRate(use: RateUse | null): string {
  return use?.per === 'point' ? ` × ${price(use)} a point` : rate(use)
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

/** What a step comes to; nothing where it is no money. */
function equals(after: Pence | null): string {
  return after === null ? '' : ` = ${formatPounds(after)}`
}

function price(use: RateUse): string {
  return /\.\d{3,}$/.test(use.pounds) ? `£${use.pounds}` : pounds(use.pounds)
}

function rate(use: RateUse | null): string {
  return use ? ` × ${price(use)} ${use.per === 'hour' ? 'an' : 'a'} ${use.per}` : ''
}

/** What a row gives, with its unit. */
export function given(give: string, gives: string): string {
  if (gives === 'hours a week' || gives === 'hours a month') return `${give} ${gives}`
  if (gives === 'units a year') return give
  return `${pounds(give)}${gives.replace('pounds', '')}`
}
