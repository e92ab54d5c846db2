import type { Pick } from './choices.js'
import { hundredths, pounds } from './numbers.js'
import { ratedBy } from './plain-price.js'
import { type Period, type PriceRoom, YEARLY } from './price.js'

/** What a look up gives, and the period that it is for. */
const GIVES: Readonly<Record<string, Period>> = {
  'pounds a year': 'year',
  'pounds a term': 'term',
  'pounds a month': 'month',
  'pounds for 4 weeks': '4 weeks',
  'pounds a week': 'week',
  'hours a week': 'year',
  'hours a month': 'year',
  'units a year': 'year',
}

export interface Gives {
  readonly gives: string
  readonly period: Period
  readonly inPounds: boolean
}

/** Pounds, hours or units for some period; no pounds where hours are provided. */
export function someGives({ pick, word }: PriceRoom): Gives {
  const all = Object.keys(GIVES).filter((gives) => word === 'price' || !gives.startsWith('pounds'))
  const gives = pick.one(all)
  return { gives, period: GIVES[gives] ?? 'year', inPounds: gives.startsWith('pounds') }
}

/** The rate that hours and units need, and what a hundredth of them is worth, in hundredths of a penny a year. */
export function worthOf(room: PriceRoom, { gives, period, inPounds }: Gives, most: number) {
  const { rate, unit } = inPounds ? { rate: undefined, unit: 100 } : ratedBy(room, gives, Math.floor(most / 10))
  return { rate, dear: YEARLY[period] * unit }
}

/** A figure in hundredths as a table writes it; null is what people decide. */
export function figure(pick: Pick, { inPounds }: Gives, n: number | null): string {
  if (n === null) return 'refer'
  return inPounds ? pounds(pick, n) : hundredths(pick, n)
}
