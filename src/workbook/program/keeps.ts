import type { KeepsPlan } from '../../load/change-plan.js'
import { cell, type Expression, iff, infix, number, quantity } from '../formula/expression.js'
import { serial } from './days.js'
import { scaledUp, type Whole } from './exact.js'
import { boundsOf, figures } from './figures.js'
import { idOf, type Making } from './making.js'

/** Adds percentages that hold from a day on to the Table sheet. */
export function addKeeps(
  making: Making,
  id: string,
  about: { readonly title: string; readonly source: string },
  keeps: KeepsPlan,
): void {
  const values = keeps.map(({ part }) => part / 100)
  making.blocks.push({
    id: idOf(making, id),
    ...about,
    columns: [
      { is: 'text', title: 'From the day' },
      figures(making, { title: 'Per cent kept', unit: 'per cent', places: 2 }, values),
    ],
    rows: keeps.map(({ from }, i) => [from, values[i] ?? null]),
  })
}

/** What is kept on the day of the assessment, in hundredths of a per cent: before the first day, what the first keeps. */
export function keptOn(making: Making, id: string, keeps: KeepsPlan): Whole {
  const { low, high } = boundsOf(
    making,
    keeps.map(({ part }) => part / 100),
  )
  const day = quantity(idOf(making, 'date'))
  const kept = keeps.reduce<Expression>((before, { from }, row) => {
    const figure = cell(idOf(making, id), row, 1)
    return row === 0 ? figure : iff(infix(day, '>=', number(serial(from))), figure, before)
  }, number(0))
  return scaledUp(kept, 2, low, high)
}
