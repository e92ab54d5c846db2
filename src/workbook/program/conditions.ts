import { bandName } from '../../load/band-name.js'
import type { ConditionPlan, LeafPlan } from '../../load/condition-plan.js'
import type { LinePlan } from '../../load/plan.js'
import { must } from '../../must.js'
import { call, type Expression, equals, iff, infix, number, quantity, sumOf, text } from '../formula/expression.js'
import { all, any, inRange, isOneOf, NO, not, pickNumber, truth, UNKNOWN } from './logic.js'
import { idOf, isScored, levelOf, type Making, mayBeUnscored, nodePoints } from './making.js'
import { factOf, factPlace, factValue, inScene, type Scene, settingId } from './scene.js'

/** A condition as a truth (see `logic.ts`). `sums`: whether it may read figures, which only flags do. */
export function condition(making: Making, scene: Scene, plan: ConditionPlan): Expression {
  switch (plan.is) {
    case 'all':
      return all(plan.of.map((one) => condition(making, scene, one)))
    case 'any':
      return any(plan.of.map((one) => condition(making, scene, one)))
    case 'not':
      return not(condition(making, scene, plan.of))
    default:
      return readsPoints(plan) && mayBeUnscored(making)
        ? iff(equals(isScored(making), number(0)), UNKNOWN, leaf(making, scene, plan))
        : leaf(making, scene, plan)
  }
}

/** Whether a question is asked: a setting that is unknown is none of those named, and nobody is too young to answer. */
export function askedWhen(making: Making, scene: Scene, plan: ConditionPlan): Expression {
  switch (plan.is) {
    case 'all':
      return all(plan.of.map((one) => askedWhen(making, scene, one)))
    case 'any':
      return any(plan.of.map((one) => askedWhen(making, scene, one)))
    case 'not':
      return not(askedWhen(making, scene, plan.of))
    case 'fact':
      return isOneOf(factValue(making, scene, plan.fact), plan.values)
    default:
      return leaf(making, scene, plan)
  }
}

function readsPoints({ is }: LeafPlan): boolean {
  return is === 'question' || is === 'count' || is === 'score' || is === 'near' || is === 'judged'
}

function leaf(making: Making, scene: Scene, plan: LeafPlan): Expression {
  switch (plan.is) {
    case 'fact': {
      const value = factValue(making, scene, plan.fact)
      const met = isOneOf(value, plan.values)
      const open = plan.fact === making.plan.setting && scene.setting === null
      return open ? iff(equals(value, text('unknown')), UNKNOWN, met) : met
    }
    case 'amount-of-fact': {
      const value = factValue(making, scene, plan.fact)
      return inRange(plan.scale === 1 ? value : infix(value, '*', number(plan.scale)), plan.range)
    }
    case 'circumstance':
      return truth(equals(factValue(making, scene, plan.fact), number(1)))
    case 'form':
      return isOneOf(quantity(idOf(making, 'form')), plan.forms)
    case 'question':
      return isOneOf(levelOf(making, plan.question), plan.levels)
    case 'count': {
      const counted = plan.questions.map((index) =>
        isOneOf(levelOf(making, index), levelsOf(making, index, plan.levels)),
      )
      return truth(infix(sumOf(counted), '>=', number(plan.least)))
    }
    case 'score': {
      const { formula } = nodePoints(making, plan.node)
      return inRange(plan.scale === 1 ? formula : infix(formula, '*', number(plan.scale)), plan.range)
    }
    case 'line':
      return lineInRange(making, scene, plan)
    case 'total':
      return totalInRange(making, scene, plan)
    case 'near':
      return near(making, scene, plan)
    case 'judged':
      return judged(making, scene, plan)
    case 'asked':
      return quantity(idOf(making, 'exceptional'))
  }
}

/** The levels of a question that count, of all those named. */
function levelsOf({ plan }: Making, index: number, levels: readonly string[]): readonly string[] {
  return levels.filter((level) => plan.questions[index]?.levels.has(level))
}

/** The line of this id as it is worked out in the scene: in each setting, where it hangs on the setting. */
function lineIn(
  { plan }: Making,
  scene: Scene,
  id: string,
): { readonly line: LinePlan; readonly of: (what: string) => string } {
  const line = must(plan.lines.find((one) => one.id === id))
  const own = line.bySetting ? scene : { setting: null }
  return { line, of: (what) => inScene(own, `lines/${id}`, what) }
}

/** A refused line counts as nothing; one that is open, or is no money, is not known. */
function lineInRange(making: Making, scene: Scene, plan: Extract<LeafPlan, { is: 'line' }>): Expression {
  const { of } = lineIn(making, scene, plan.line)
  const state = quantity(idOf(making, of('state')))
  const amount = quantity(idOf(making, of('amount')))
  return iff(
    equals(state, text('settled')),
    inRange(amount, plan.range),
    iff(equals(state, text('refused')), inRange(number(0), plan.range), UNKNOWN),
  )
}

/** An open total can only grow: a lower bound already passed stays passed, an upper one already broken stays broken. */
function totalInRange(making: Making, scene: Scene, plan: Extract<LeafPlan, { is: 'total' }>): Expression {
  const place = plan.stream === null ? 'total' : `streams/${plan.stream}`
  const of = (what: string) => quantity(idOf(making, settingId(scene, `${place}/${what}`)))
  const settled = of('settled')
  const { range } = plan
  const met = inRange(settled, range)
  const upper = inRange(settled, { ...range, from: null, above: null })
  const whileOpen =
    range.upTo === null && range.below === null ? any([met, UNKNOWN]) : iff(equals(upper, NO), NO, UNKNOWN)
  return iff(equals(of('open'), number(0)), met, whileOpen)
}

/** Whether the next row is near: not where there is none, and not known while the line stands side by side. */
function near(making: Making, scene: Scene, plan: Extract<LeafPlan, { is: 'near' }>): Expression {
  const { of } = lineIn(making, scene, plan.line)
  const state = quantity(idOf(making, of('state')))
  return iff(equals(state, text('by-setting')), UNKNOWN, quantity(idOf(making, of(`near/${plan.within}`))))
}

/** Whether the band that a worker judged is further from the questionnaire's than it may be. */
function judged(making: Making, scene: Scene, plan: Extract<LeafPlan, { is: 'judged' }>): Expression {
  const { line, of } = lineIn(making, scene, plan.line)
  const { price } = line
  const grid = price.is === 'look-up' ? price.grid : price.is === 'category' ? price.beside : null
  if (!grid?.node || factOf(making, plan.fact).is !== 'choice') return NO
  const places = grid.rows.map(({ band }) => number(plan.bands.indexOf(band === null ? '' : bandName(band)) + 1))
  const bandless = grid.rows.map(({ band }) => (band === null ? NO : number(1)))
  const row = quantity(idOf(making, `lines/${line.id}/band-row`))
  const apart = infix(factPlace(making, scene, plan.fact), '-', pickNumber(row, places))
  const far = truth(infix(call('MAX', apart, infix(number(0), '-', apart)), '>', number(plan.tolerance)))
  const judgedHere = all([quantity(idOf(making, of('applies'))), pickNumber(row, bandless), far])
  return iff(equals(quantity(idOf(making, of('state'))), text('by-setting')), UNKNOWN, judgedHere)
}
