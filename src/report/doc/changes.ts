import { when } from '../../explain/condition-words.js'
import { and, capital, pounds, spaced, stop } from '../../explain/grammar.js'
import type { KeepsShape } from '../../load/shape/keeps.js'
import type { Deep, Written } from '../../load/table.js'
import { day, type Line } from './words.js'

type Change = NonNullable<Line['changes']>[number]

/** What happens to a price, one sentence for each change, in the order in which they are made. */
export function changeWords({ changes = [], source }: Line, scheme: Written): string[] {
  return changes.map((one) => {
    const only = one.when ? ` Only when ${when(one.when, scheme)}.` : ''
    const from =
      one.source === undefined || one.source === source ? '' : ` From: ${scheme.sources[one.source]?.title ?? ''}.`
    return `${capital(spaced(one.name))}: ${operation(one)}. ${stop(one.why)}${only}${from}`
  })
}

function operation(one: Change): string {
  if ('uplift' in one)
    return 'per-cent' in one.uplift
      ? `${one.uplift['per-cent']}% is added`
      : `${pounds(one.uplift.pounds)} a year is added where there is an amount`
  if ('area-factor' in one) {
    const { fact, times } = one['area-factor']
    return `multiplied by a factor for the ${spaced(fact)}: ${and(Object.entries(times).map(([area, factor]) => `${spaced(area)} × ${factor}`))}`
  }
  if ('times' in one) return `multiplied by ${one.times}`
  if ('add' in one) return `${pounds(one.add)} a year is added`
  if ('subtract' in one) return `${pounds(one.subtract)} a year is taken off`
  if ('other-package' in one) {
    const part = one['per-cent'] === undefined ? 'it' : `${one['per-cent']}% of it`
    return `where there is another paid package (${spaced(one['other-package'])}), ${part} is taken off`
  }
  if ('at-most' in one)
    return `kept to ${pounds(one['at-most'])} a year. Where this cuts the figure, the figure before it is shown too, and you may ask to be an exceptional case`
  if ('at-least' in one) return `raised to ${pounds(one['at-least'])} a year where it is less`
  if ('protect' in one) return `${protection(one.protect)} (${spaced(one.against)})${kept(one.keeps)}`
  return `to the nearest ${pounds(one.nearest)}`
}

function protection(how: 'freeze' | 'no-loser' | 'taper'): string {
  switch (how) {
    case 'freeze':
      return 'where there was a figure before, it stays as it was'
    case 'no-loser':
      return 'where there was a figure before, it is not less than it was'
    case 'taper':
      return 'where there was a larger figure before, a part of the difference is kept'
  }
}

function kept(keeps: Deep<KeepsShape> | undefined): string {
  return keeps ? `: ${keepsWords(keeps)}` : ''
}

/** Percentages that hold from a day on. */
export function keepsWords(keeps: Deep<KeepsShape>): string {
  return and(keeps.map((one) => `${one['per-cent']}% from ${day(one.from)}`))
}
