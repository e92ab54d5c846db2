import { capital, spaced } from '../../explain/grammar.js'
import type { LinePlan } from '../../load/plan.js'
import { must } from '../../must.js'
import { call, cell, type Expression, equals, iff, infix, number, quantity, text } from '../formula/expression.js'
import { firstDay, monthsInto, yearOf } from './days.js'
import { dividedBy, isExact, least, minus, scaledUp, times, type Whole, whole, within } from './exact.js'
import { boundsOf, singles } from './figures.js'
import { addKeeps, keptOn } from './keeps.js'
import { add, idOf, type Making } from './making.js'
import { refuseSize } from './price.js'
import { sourceOf } from './price-figures.js'
import { factOf } from './scene.js'
import { shareOut, spread } from './share.js'

/** Adds to the Table sheet how a line is paid, and the shares inside it. */
export function addSplitFigures(making: Making, line: LinePlan): void {
  const { funders } = line
  const source = sourceOf(making, line)
  const written = must(making.written.lines[line.id])
  const name = (id: string) => making.written.funders[id] ?? id
  const per = { source, unit: 'per cent', places: 2 }
  if (funders.is === 'per-cent')
    singles(
      making,
      { ...per, id: fundersId(line), title: `${line.title}: who pays` },
      funders.ids.map((id, i) => ({ name: name(id), text: String(must(funders.weights[i]) / 100) })),
    )
  if (funders.is === 'first' && 'first' in written['paid-by'])
    singles(
      making,
      { id: fundersId(line), title: `${line.title}: who pays`, source, unit: 'pounds a year', places: 2 },
      [{ name: `The first pounds, by ${name(written['paid-by'].by)}`, text: (funders.first / 100).toFixed(2) }],
    )
  if (line.contingency !== null)
    singles(making, { ...per, id: contingencyId(line), title: `${line.title}: contingency` }, [
      {
        name: `For ${written.ways?.contingency?.for ?? 'times when needs change'}`,
        text: String(line.contingency / 100),
      },
    ])
  if (line.locked)
    addKeeps(making, lockedId(line), { title: `${line.title}: held by a block contract`, source }, line.locked)
}

const fundersId = ({ id }: LinePlan) => `lines/${id}/paid-by`
const contingencyId = ({ id }: LinePlan) => `lines/${id}/in-contingency`
const lockedId = ({ id }: LinePlan) => `lines/${id}/in-contract`

/** The independent splits of a line's figure (rule R2): each adds up to it. All are '' where there is no figure. */
export function addSplits(making: Making, line: LinePlan, figure: Whole, section: string): void {
  const pence = quantity(idOf(making, `lines/${line.id}/pence`))
  const put = (of: string, label: string, value: Whole) =>
    add(
      making,
      { id: `lines/${line.id}/${of}`, section, label, unit: 'pence' },
      iff(equals(pence, text('')), text(''), value.formula),
    )
  byFunder(making, line, figure, section).forEach((part, i) => {
    const funder = must(line.funders.ids[i])
    put(`funders/${funder}`, `Paid by ${making.written.funders[funder] ?? funder}`, part)
  })
  for (const [outcome, part] of byOutcome(making, line, figure, section))
    put(
      `outcomes/${outcome}`,
      `For: ${making.written.outcomes[outcome] ?? outcome} (a share of points, not a price)`,
      part,
    )
  if (line.contingency !== null)
    put(
      'contingency',
      'The family’s contingency, inside it',
      partOf(making, line, figure, perCent(making, contingencyId(line), line.contingency)),
    )
  if (line.locked)
    put('locked', 'Held by a block contract', partOf(making, line, figure, keptOn(making, lockedId(line), line.locked)))
  addPartYear(making, line, figure, section, pence)
}

function perCent(making: Making, id: string, part: number): Whole {
  const { low, high } = boundsOf(making, [part / 100])
  return scaledUp(cell(idOf(making, id), 0, 1), 2, low, high)
}

/** A part of 10,000: of two parts, the larger remainder has the penny, and of equal ones the first. */
function partOf(making: Making, line: LinePlan, figure: Whole, part: Whole): Whole {
  const product = times(figure, part)
  if (!isExact(product, whole(10000))) refuseSize(making, line.at, 'sharing it out')
  return dividedBy(product, whole(10000), 'half up')
}

function byFunder(making: Making, line: LinePlan, figure: Whole, section: string): readonly Whole[] {
  const { funders, id, at } = line
  if (funders.is === 'all' || funders.ids.length === 1) return [figure]
  if (funders.is === 'first') {
    const { low, high } = boundsOf(making, [funders.first / 100])
    const first = least(figure, scaledUp(cell(idOf(making, fundersId(line)), 0, 1), 2, low, high))
    return funders.firstIsA ? [first, minus(figure, first)] : [minus(figure, first), first]
  }
  const values = funders.weights.map((weight) => weight / 100)
  const parts = funders.ids.map((funder, row) => {
    const { low, high } = boundsOf(making, making.live ? values : [must(values[row])])
    const weight = scaledUp(cell(idOf(making, fundersId(line)), row, 1), 2, low, high)
    return { name: making.written.funders[funder] ?? funder, weight }
  })
  return shareOut(making, { at, id: `lines/${id}/paid-by`, section, label: 'Who pays' }, figure, parts)
}

function byOutcome(
  making: Making,
  line: LinePlan,
  figure: Whole,
  section: string,
): readonly (readonly [string, Whole])[] {
  const { outcome, outcomesTo, id, at } = line
  if ('id' in outcome) return [[outcome.id, figure]]
  const sums = new Map<number, Whole>()
  spread(
    making,
    { at, id: `lines/${id}/by-points`, section, label: capital(spaced(outcome.node.id)) },
    outcome.node,
    figure,
    sums,
  )
  return outcomesTo.map((to) => [must(making.plan.outcomes[to]), sums.get(to) ?? whole(0)])
}

/** What this year gets of a full year's figure; '' where the whole year is meant. */
function addPartYear(making: Making, line: LinePlan, figure: Whole, section: string, pence: Expression): void {
  const { partYear, id } = line
  if (!partYear) return
  const put = (of: string, label: string, unit: 'number' | 'pence', formula: Expression) =>
    add(making, { id: `lines/${id}/${of}`, section, label, unit }, formula)
  const fact = (index: number) => quantity(idOf(making, `facts/${factOf(making, index).id}`))
  const given = fact(partYear.fact)
  if (partYear.is === 'terms') {
    const part = put('part-year/part', 'Terms this year', 'number', call('MIN', given, number(partYear.outOf)))
    const value = thisYear(making, line, figure, within(part, 0, partYear.outOf), whole(partYear.outOf))
    put('part-year', 'This year', 'pence', iff(equals(pence, text('')), text(''), value.formula))
    return
  }
  const { yearFrom } = partYear
  const end = partYear.end < 0 ? text('') : fact(partYear.end)
  const noStart = equals(given, text(''))
  const noEnd = equals(end, text(''))
  const isWhole = iff(noStart, iff(noEnd, number(1), number(0)), number(0))
  const all = put('part-year/whole', 'The whole year is meant', 'number', isWhole)
  const isAll = equals(all, number(1))
  const year = put(
    'part-year/year',
    'The year, counted from its first day',
    'number',
    iff(isAll, number(0), iff(noStart, yearOf(end, yearFrom), yearOf(given, yearFrom))),
  )
  const days = partYear.in === 'days'
  const length = days
    ? infix(firstDay(infix(year, '+', number(1)), yearFrom), '-', firstDay(year, yearFrom))
    : number(12)
  const outOf = put(
    'part-year/out-of',
    days ? 'Days in the year' : 'Months in the year',
    'number',
    iff(isAll, number(12), length),
  )
  const into = (day: Expression) => (days ? infix(day, '-', firstDay(year, yearFrom)) : monthsInto(day, year, yearFrom))
  const through = iff(noEnd, outOf, call('MIN', outOf, infix(into(end), '+', number(1))))
  const part = put(
    'part-year/part',
    days ? 'Days this year' : 'Months this year',
    'number',
    iff(isAll, number(12), infix(through, '-', iff(noStart, number(0), into(given)))),
  )
  const value = thisYear(making, line, figure, within(part, 0, 366), within(outOf, 12, 366))
  put('part-year', 'This year', 'pence', iff(equals(pence, text('')), text(''), iff(isAll, text(''), value.formula)))
}

function thisYear(making: Making, line: LinePlan, figure: Whole, part: Whole, outOf: Whole): Whole {
  const product = times(figure, part)
  if (!isExact(product, outOf)) refuseSize(making, line.at, 'its part of the year')
  return dividedBy(product, outOf, 'half up')
}
