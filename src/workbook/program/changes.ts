import { tenTo } from '../../decimal.js'
import { capital, lower, spaced } from '../../explain/grammar.js'
import type { ChangePlan, MoneyUse } from '../../load/change-plan.js'
import type { LinePlan } from '../../load/plan.js'
import { must } from '../../must.js'
import { call, cell, type Expression, equals, infix, number, quantity } from '../formula/expression.js'
import { factors, figureId } from './change-figures.js'
import { condition } from './conditions.js'
import {
  dividedBy,
  either,
  isExact,
  least,
  minus,
  most,
  plus,
  scaledUp,
  times,
  type Whole,
  whole,
  within,
} from './exact.js'
import { boundsOf, placesFor } from './figures.js'
import { keptOn } from './keeps.js'
import { truth } from './logic.js'
import { add, addWhole, idOf, type Making } from './making.js'
import { refuseSize } from './price.js'
import { factOf, factPlace, factValue, inScene, type Scene } from './scene.js'

/** A change as it was made: the amount after it, and whether it was made at all. */
export interface Changed {
  readonly after: Whole
  /** A truth. */
  readonly made: Expression
}

/** Makes a line's changes in the order written, one quantity each, and gives every one of them. */
export function changesOf(
  making: Making,
  scene: Scene,
  line: LinePlan,
  price: Whole,
  section: string,
): readonly Changed[] {
  const done: Changed[] = []
  let before = price
  for (const plan of line.changes) {
    const changed = changeOf(making, scene, line, plan, before, section)
    done.push(changed)
    before = changed.after
  }
  return done
}

function changeOf(
  making: Making,
  scene: Scene,
  line: LinePlan,
  plan: ChangePlan,
  before: Whole,
  section: string,
): Changed {
  const why = making.written.lines[line.id]?.changes?.find(({ name }) => name === plan.name)?.why ?? ''
  const label = capital(spaced(plan.name))
  const id = (of: string) => inScene(scene, `lines/${line.id}`, `changes/${plan.name}${of}`)
  const first = figureOf(making, line, plan)
  const after = afterChange(making, scene, line, plan, before, first)
  const had = plan.op === 'protect' ? given(making, plan.of) : number(1)
  const when = plan.when === null ? number(1) : truth(infix(condition(making, scene, plan.when), '>', number(0)))
  const conditional = when.is !== 'number' || had.is !== 'number' || when.value !== 1
  const made: Expression = !conditional
    ? number(1)
    : add(making, { id: id('/made'), section, label: `${label}: made`, unit: 'truth' }, call('MIN', when, had))
  const value = conditional ? either(equals(made, number(1)), after, before) : after
  return {
    after: addWhole(
      making,
      { id: id(''), section, label: `${label} (${lower(why)}): amount after it`, unit: 'pence' },
      value,
    ),
    made,
  }
}

/** 1 where an earlier figure was given. */
function given(making: Making, { fact }: MoneyUse): Expression {
  return quantity(idOf(making, `facts/${factOf(making, fact).id}/given`))
}

/** The figure of a change as it stands in the Table sheet, as a whole number of its smallest parts. */
function figureOf(
  making: Making,
  line: LinePlan,
  plan: ChangePlan,
): (places: number, written: readonly number[], row?: number) => Whole {
  return (places, written, row = 0) => {
    const { low, high } = boundsOf(making, making.live ? written : [must(written[row])])
    return scaledUp(cell(idOf(making, figureId(line, plan)), row, 1), places, low, high)
  }
}

function afterChange(
  making: Making,
  scene: Scene,
  line: LinePlan,
  plan: ChangePlan,
  before: Whole,
  figure: (places: number, written: readonly number[], row?: number) => Whole,
): Whole {
  const { rounding } = making.plan
  const step = (numerator: Whole, divisor: Whole): Whole => {
    if (!isExact(numerator, divisor)) refuseSize(making, plan.at, `the change “${plan.name}” of “${line.id}”`)
    return dividedBy(numerator, divisor, rounding)
  }
  const pence = (value: number) => figure(2, [value / 100])
  switch (plan.op) {
    case 'uplift': {
      if (plan.is === 'pounds')
        return either(infix(before.formula, '>', number(0)), plus(before, pence(plan.pence)), before)
      return step(times(before, plus(whole(10000), figure(2, [Number(plan.text)]))), whole(10000))
    }
    case 'times': {
      const places = placesFor(making, [plan.text], 3)
      return step(times(before, figure(places, [Number(plan.text)])), whole(tenTo(places)))
    }
    case 'area-factor': {
      const written = factors(making, plan)
      const places = placesFor(making, written, 3)
      const { low, high } = boundsOf(making, written.map(Number))
      const block = idOf(making, figureId(line, plan))
      const place = call('MAX', factPlace(making, scene, plan.fact), number(1))
      const factor = scaledUp(call('INDEX', { is: 'range', block, first: 1, last: 1 }, place), places, low, high)
      return step(times(before, factor), whole(tenTo(places)))
    }
    case 'add':
      return plus(before, pence(plan.pence))
    case 'subtract':
      return minus(before, pence(plan.pence))
    case 'other-package':
      return minus(before, step(times(aYear(making, scene, plan.of), figure(2, [plan.part / 100])), whole(10000)))
    case 'at-most':
      return least(before, pence(plan.pence))
    case 'at-least':
      return most(before, pence(plan.pence))
    case 'nearest': {
      const to = pence(plan.pence)
      const unit = making.live ? within(call('MAX', to.formula, number(1)), 1, to.high) : to
      return times(step(before, unit), unit)
    }
    case 'protect': {
      const previous = aYear(making, scene, plan.of)
      switch (plan.how) {
        case 'freeze':
          return previous
        case 'no-loser':
          return most(before, previous)
        case 'taper': {
          const lost = most(minus(previous, before), whole(0))
          return plus(before, step(times(lost, keptOn(making, figureId(line, plan), plan.keeps)), whole(10000)))
        }
      }
    }
  }
}

/** A figure given as a fact, in pence a year. */
function aYear(making: Making, scene: Scene, { fact, times: by }: MoneyUse): Whole {
  const plan = factOf(making, fact)
  const high = plan.is === 'money' ? plan.atMost : 0
  return times(within(factValue(making, scene, fact), 0, high), whole(by))
}
