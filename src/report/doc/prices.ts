import { capital, pounds, spaced, stop } from '../../explain/grammar.js'
import type { PriceShape, ProvidesShape } from '../../load/shape/price.js'
import type { Deep, Written } from '../../load/table.js'
import type { Block } from '../page.js'
import { howLong, named, weightTables } from './factors.js'
import { type Grid, gridTables } from './grid.js'
import { paragraph, price, thePointsOf } from './words.js'

type Price = Deep<PriceShape | ProvidesShape>

/** How a line is priced, or what it provides: a table where points or categories choose, and sentences around it. */
export function priceBlocks(title: string, one: Price, scheme: Written): Block[] {
  const rate = 'rate' in one && one.rate !== undefined ? rateWords(one.rate, scheme) : ''
  const parts = 'for' in one ? howLong(one.for) : []
  if ('look-up' in one) {
    const straight = one['straight-line'] === 'yes'
    const grid = { title, score: one['look-up'], across: one.across, rows: one.rows, straight, ...shown(one) }
    const between = straight ? 'Between two rows the figure is read off the straight line that joins them.' : ''
    return [...gridTables(grid, scheme), ...paragraph(between, rate, ...parts, decides(one['refer-to']))]
  }
  if ('give' in one) {
    const grid = { title, score: null, across: one.across, rows: [{ give: one.give }], straight: false, ...shown(one) }
    return [
      ...gridTables(grid, scheme),
      ...paragraph(rate, ...parts, decides(one['refer-to'])),
      ...besideBlocks(title, one.beside, scheme),
    ]
  }
  if ('pounds' in one)
    return [
      ...paragraph(`Likely amount: ${pounds(one.pounds)} a ${one.a}.`, ...parts),
      ...weightTables(title, one.weight, scheme),
    ]
  return paragraph(sentence(one, scheme), rate, ...parts)
}

type Plain = Exclude<Price, { 'look-up': unknown } | { give: unknown } | { pounds: unknown }>

function sentence(one: Plain, scheme: Written): string {
  if ('each-point-of' in one) {
    const each = `Each point of “${thePointsOf(one['each-point-of'], scheme)}”`
    return one.gives === undefined ? `${each} is paid for.` : `${each} is one of the ${one.gives}.`
  }
  if ('hours-a-week' in one)
    return named(one['hours-a-week'])
      ? `As many hours a week as the ${spaced(one['hours-a-week'])}.`
      : `${one['hours-a-week']} hours a week.`
  if ('units-a-year' in one) return `${one['units-a-year']} a year.`
  if ('entitlement' in one)
    return `As much as was agreed${said(one.entitlement, scheme)}: the ${spaced(one.entitlement)}.`
  if ('quote' in one) return `The price that was quoted${said(one.quote, scheme)}: the ${spaced(one.quote)}.`
  return stop(`${capital(one['people-decide'])} decides; no figure is published here`)
}

function said(id: string, { facts = {} }: Written): string {
  const fact = facts[id]
  return fact && 'by' in fact && fact.by !== undefined ? ` by ${fact.by}` : ''
}

function shown(
  one: Extract<Price, { gives: unknown; rows: unknown } | { give: unknown }>,
): Pick<Grid, 'head' | 'show'> {
  const money = one.gives.startsWith('pounds')
  return {
    head: money ? `Likely amount${one.gives.slice('pounds'.length)}` : `Likely ${one.gives}`,
    show: (value) => (value === 'refer' ? 'people decide' : money ? pounds(value) : value),
  }
}

function decides(who: string | undefined): string {
  return who === undefined ? '' : `Where people decide, it is ${stop(who)}`
}

/** The price of one unit, in a sentence. */
function rateWords(id: string, { rates = {} }: Written): string {
  const rate = rates[id]
  if (!rate) return ''
  const weeks = rate['weeks-a-year'] === undefined ? '' : `, for ${rate['weeks-a-year']} weeks a year`
  return `The price of ${rate.per === 'hour' ? 'an' : rate.per === '4 weeks' ? '' : 'a'} ${rate.per} is ${price(rate.pounds)}${weeks} (${spaced(id)}).`.replaceAll(
    '  ',
    ' ',
  )
}

type Beside = Extract<Price, { give: unknown }>['beside']

function besideBlocks(title: string, beside: Beside, scheme: Written): Block[] {
  if (!beside) return []
  const grid: Grid = {
    title: `${title}: the band that the questionnaire points to`,
    score: beside['look-up'],
    across: undefined,
    rows: beside.rows.map(({ from, band }) => ({ from, give: band })),
    head: 'Band',
    show: (band) => band,
    straight: false,
  }
  return [
    ...gridTables(grid, scheme),
    ...paragraph('This band stands beside the one that was judged. It moves no sum.'),
  ]
}
