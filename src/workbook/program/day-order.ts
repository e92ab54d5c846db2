import type { FactPlan } from '../../load/plan.js'
import { equals, iff, infix, quantity, text } from '../formula/expression.js'
import { SECTION } from './facts.js'
import { addEarly, idOf, type Making, recheck } from './making.js'
import { factOf } from './scene.js'

/** Support does not end before it starts: told at the end, once for each. */
export function addDayOrder(making: Making): void {
  const ends = new Map(
    making.plan.lines.flatMap(({ partYear }) =>
      partYear?.is === 'start' && partYear.end >= 0 ? [[partYear.end, partYear.fact] as const] : [],
    ),
  )
  for (const [end, start] of ends) {
    const [last, first] = [factOf(making, end), factOf(making, start)]
    const day = ({ id }: FactPlan) => quantity(idOf(making, `facts/${id}`))
    const own = quantity(idOf(making, `facts/${last.id}/check`))
    const adding = {
      id: `facts/${last.id}/order/check`,
      section: SECTION,
      label: 'The order of the days',
      unit: 'text',
    } as const
    const late = iff(infix(day(last), '<', day(first)), text(TOO_EARLY), text(''))
    const both = iff(equals(day(first), text('')), text(''), iff(equals(day(last), text('')), text(''), late))
    addEarly(making, adding, iff(equals(own, text('')), both, own))
    recheck(making, making.inputId('facts', last.id), adding.id)
  }
}

const TOO_EARLY = 'The support ends before it begins. Look at both days.'
