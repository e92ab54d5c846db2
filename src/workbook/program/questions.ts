import { capital, spaced } from '../../explain/grammar.js'
import type { QuestionPlan } from '../../load/plan.js'
import type { Written } from '../../load/table.js'
import { must } from '../../must.js'
import {
  call,
  type Expression,
  equals,
  iff,
  infix,
  input,
  number,
  quantity,
  range,
  text,
} from '../formula/expression.js'
import { isIn, isNumber, placeIn } from './checks.js'
import { askedWhen } from './conditions.js'
import { scaledUp } from './exact.js'
import { boundsOf, figures } from './figures.js'
import { all, isOneOf, NO, YES } from './logic.js'
import { addEarly, ask, idOf, isScored, type Making, mayBeUnscored } from './making.js'
import type { Entry } from './program.js'
import { AS_ANSWERED } from './scene.js'

type Question = NonNullable<Written['questions']>[string]['ask'][string]

/** A question with the group that it stands in. */
interface Placed {
  readonly plan: QuestionPlan
  readonly question: Question
  readonly group: string
}

/** Adds the levels of every question, with their points, to the Table sheet. */
export function addLevels(making: Making): void {
  for (const { plan, question } of inOrder(making)) {
    const points = pointsOf(making, plan)
    making.blocks.push({
      id: idOf(making, levelsId(plan)),
      title: question.text,
      source: '',
      columns: [
        { is: 'text', title: capital(spaced(plan.id)) },
        figures(making, { title: 'Points', unit: 'points', places: placesOf(making) }, points),
      ],
      rows: [...plan.levels.keys()].map((level, i) => [level, points[i] ?? null]),
    })
  }
}

/** Asks every question, in the order of the form, and works out its level and points. */
export function addQuestions(making: Making): void {
  const placed = inOrder(making)
  for (const one of placed) askIt(making, one)
  // A question may be asked by the answer to one that stands after it on the form.
  for (const index of making.plan.askOrder) {
    const { id } = must(making.plan.questions[index])
    work(making, must(placed.find(({ plan }) => plan.id === id)))
  }
}

function inOrder({ plan, written }: Making): readonly Placed[] {
  return Object.values(written.questions ?? {}).flatMap(({ title, ask: asked }) =>
    Object.entries(asked).map(([id, question]) => ({
      plan: must(plan.questions.find((one) => one.id === id)),
      question,
      group: title,
    })),
  )
}

function levelsId({ id }: QuestionPlan): string {
  return `levels/${id}`
}

function placesOf({ plan }: Making): number {
  return Math.round(Math.log10(plan.unit))
}

function pointsOf({ plan: { unit } }: Making, { levels }: QuestionPlan): readonly Entry[] {
  return [...levels.values()].map((points) => points / unit)
}

function askIt(making: Making, { plan, question, group }: Placed): void {
  const levels = idOf(making, levelsId(plan))
  ask(making, {
    id: making.inputId('answers', plan.id),
    asks: {
      is: 'name',
      list: { is: 'range', block: levels, first: 0, last: 0 },
      also: plan.notApplicable ? ['not-applicable'] : [],
    },
    section: group,
    label: question.text,
    help: helpOf(making, plan, question),
    check: idOf(making, `answers/${plan.id}/check`),
  })
  if (!plan.inBetween) return
  ask(making, {
    id: making.inputId('answers', plan.id, 'points'),
    asks: { is: 'number', low: plan.low / making.plan.unit, high: plan.high / making.plan.unit, places: 2 },
    section: group,
    label: `${question.text} Points, where the answer is between two levels`,
    help: [],
    check: null,
  })
}

function helpOf(
  { written, plan }: Making,
  question: QuestionPlan,
  { guidance, means, forms }: Question,
): readonly string[] {
  const said = Object.entries(means ?? {}).map(
    ([level, meaning]) => `${capital(spaced(level).replace('/', ', '))}: ${meaning}`,
  )
  const titles = (forms ?? []).map((form) => written.forms?.[form]?.title ?? form)
  const only = plan.forms.size > 0 && titles.length > 0 ? [`Only on: ${titles.join(', ')}.`] : []
  const none = question.notApplicable ? ['May be answered not-applicable.'] : []
  const left = question.mayBeLeft ? ['May be left blank. It then adds no points.'] : []
  return [...(guidance === undefined ? [] : [guidance]), ...said, ...only, ...none, ...left]
}

/** Whether it is asked, its level, the level's place, its points, and what is still to do. */
function work(making: Making, { plan, group }: Placed): void {
  const { id } = plan
  const title = capital(spaced(id))
  const put = (of: string, label: string, unit: 'truth' | 'text' | 'place' | 'parts', formula: Expression) =>
    addEarly(making, { id: `answers/${id}/${of}`, section: group, label: `${title}: ${label}`, unit }, formula)
  const given = input(making.inputId('answers', id))
  const between = plan.inBetween ? input(making.inputId('answers', id, 'points')) : null
  const levels = range(idOf(making, levelsId(plan)), 0)
  const points = range(idOf(making, levelsId(plan)), 1)
  const [asked, askedAlways] = askedOf(making, plan)
  const isAsked = askedAlways ? YES : put('asked', 'asked', 'truth', asked)
  const check = put('check', 'still to do', 'text', checkOf(making, plan, { given, between, levels, points, isAsked }))
  const fine = equals(check, text(''))
  const named = placeIn(given, levels)
  // Points alone mean the first level that has them.
  const byPoints = (one: Expression) =>
    iff(equals(one, text('')), named, call('IFERROR', call('MATCH', one, points, number(0)), number(0)))
  const place = put('place', 'the level’s place', 'place', iff(fine, between ? byPoints(between) : named, number(0)))
  const hasLevel = infix(place, '>', number(0))
  put('level', 'level', 'text', iff(hasLevel, call('INDEX', levels, call('MAX', place, number(1))), text('')))
  const ends = boundsOf(making, pointsOf(making, plan))
  const scale = (figure: Expression) => scaledUp(figure, placesOf(making), ends.low, ends.high).formula
  const inBetween = between ? iff(fine, iff(equals(between, text('')), NO, scale(between)), NO) : NO
  const byLevel = scale(call('INDEX', points, call('MAX', place, number(1))))
  put('points', 'points', 'parts', iff(hasLevel, byLevel, inBetween))
}

/** Whether a question is asked, by form and by what was answered before; and whether it always is. */
function askedOf(making: Making, { forms, when }: QuestionPlan): readonly [Expression, boolean] {
  const onForm = forms === null ? YES : isOneOf(quantity(idOf(making, 'form')), [...forms])
  const asked = when === null ? YES : askedWhen(making, AS_ANSWERED, when)
  return [all([onForm, asked]), forms === null && when === null]
}

interface Given {
  readonly given: Expression
  readonly between: Expression | null
  readonly levels: Expression
  readonly points: Expression
  readonly isAsked: Expression
}

const BLANK = text('')

function checkOf(making: Making, plan: QuestionPlan, { given, between, levels, points, isAsked }: Given): Expression {
  const known = plan.notApplicable
    ? iff(call('EXACT', given, text('not-applicable')), YES, isIn(given, levels))
    : isIn(given, levels)
  const byLevel = iff(known, BLANK, text('This is no answer to this question. Choose one from the list.'))
  const blank = plan.mayBeLeft ? BLANK : missing(making)
  const alone = iff(equals(given, BLANK), blank, byLevel)
  const answered = between ? withPoints(between, given, points, alone) : alone
  if (isAsked === YES) return answered
  const nothing = between ? iff(equals(given, BLANK), equals(between, BLANK), NO) : equals(given, BLANK)
  const stray = iff(nothing, BLANK, text('This question is not asked here. Leave it blank.'))
  return iff(equals(isAsked, YES), answered, stray)
}

/** A child who is not scored need not answer. */
function missing(making: Making): Expression {
  const still = text('Still to be answered.')
  return mayBeUnscored(making) ? iff(equals(isScored(making), YES), still, BLANK) : still
}

/** Points between two levels stand in the place of a level, and not beside one. */
function withPoints(between: Expression, given: Expression, points: Expression, alone: Expression): Expression {
  const fits = isNumber(between, call('MIN', points), call('MAX', points), 2)
  const one = iff(fits, BLANK, text('These points are not between two levels. Give at most two decimals.'))
  const both = text('Give a level or points, not both.')
  return iff(equals(between, BLANK), alone, iff(equals(given, BLANK), one, both))
}
