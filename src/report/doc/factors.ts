import { capital, spaced } from '../../explain/grammar.js'
import type { WeightShape } from '../../load/shape/look-up.js'
import type { PriceShape, ProvidesShape } from '../../load/shape/price.js'
import type { Deep, Written } from '../../load/table.js'
import type { Block } from '../page.js'
import { gridTables } from './grid.js'

type ForHowLong = Extract<Deep<PriceShape | ProvidesShape>, { for?: unknown }>['for']

/** For how long, or for which part, each as a sentence. */
export function howLong(all: ForHowLong | undefined): string[] {
  return (all ?? []).map((one) => {
    if ('weeks' in one) return `It is for ${one.weeks} weeks a year.`
    if ('hours' in one) return `It is in the proportion of the ${spaced(one.hours)} to ${one['out-of']} hours a week.`
    const many = named(one.terms) ? `the ${spaced(one.terms)}` : `${one.terms} terms`
    if (one['out-of'] !== undefined) return `It is in the proportion of ${many} to ${one['out-of']} terms.`
    return named(one.terms) ? `It is multiplied by ${many}.` : `It is for ${many}.`
  })
}

/** Whether it names a fact and is no number. */
export function named(text: string): boolean {
  return /^[a-z]/.test(text)
}

/** A factor that is looked up, as a table. */
export function weightTables(title: string, weight: Deep<WeightShape> | undefined, scheme: Written): Block[] {
  if (weight === undefined) return []
  const grid = {
    title: `${capital(title)}: what it is multiplied by`,
    across: weight.across,
    head: 'Multiplied by',
    show: (factor: string) => `× ${factor}`,
    straight: false,
  }
  return 'look-up' in weight
    ? gridTables({ ...grid, score: weight['look-up'], rows: weight.rows }, scheme)
    : gridTables({ ...grid, score: null, rows: [{ give: weight.give }] }, scheme)
}
