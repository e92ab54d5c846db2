import { Engine, type RuleProperties } from 'json-rules-engine'
import { type Answers, answersOf, type Points } from './answers.js'
import { inPence, type Peer } from './peer.js'

/**
 * The table in json-rules-engine. Its rules only say yes or no to conditions and give an event back, so the rows, the
 * gate and the conditions are rules, made once, and everything that adds, multiplies or rounds is JavaScript around
 * them: the sums of points go in as facts, and the events that come out are priced below. One operator of our own tests
 * both ends of a row, as each condition costs several promises; a row that gives £0 needs no rule.
 */
export function jsonRulesEngine(): Peer {
  const engine = new Engine(RULES)
  engine.addOperator<number, Row>('inRow', (points, { from, below = Infinity }) => points >= from && points < below)
  return async (assessment) => {
    const answers = answersOf(assessment)
    const facts = factsOf(answers)
    const { events } = await engine.run<Given>(facts)
    return figures(facts, new Map(events.map(({ type, params }) => [type, params])))
  }
}

interface Row {
  readonly from: number
  readonly below?: number
}

/** What a row gives: pounds or hours a year, on a straight line to `to` where there is one; nothing if people decide. */
interface Given extends Row {
  readonly give?: number
  readonly to?: number
}

const MAINSTREAM = { fact: 'setting', operator: 'equal', value: 'mainstream' }
const NOT_MAINSTREAM = { fact: 'setting', operator: 'notEqual', value: 'mainstream' }

const RULES: readonly RuleProperties[] = [
  ...rows('mainstream-support', 'education', MAINSTREAM, [
    { from: 20, below: 45, give: 2000 },
    { from: 45, below: 70, give: 4500 },
    { from: 70, below: 100, give: 7200 },
    { from: 100, below: 130, give: 9800 },
    { from: 130, below: 160, give: 13000 },
    { from: 160, give: 17500 },
  ]),
  ...rows('specialist-top-up', 'education', NOT_MAINSTREAM, [
    { from: 0, below: 60, give: 0, to: 3000 },
    { from: 60, below: 100, give: 3000, to: 7500 },
    { from: 100, below: 150, give: 7500, to: 14000 },
    { from: 150, below: 180, give: 14000 },
    { from: 180 },
  ]),
  ...rows('nursing', 'health', null, [
    { from: 40, below: 60, give: 4 },
    { from: 60, below: 84, give: 8 },
    { from: 84, below: 110, give: 14.5 },
    { from: 110, below: 132, give: 21 },
    { from: 132 },
  ]),
  ...rows('short-breaks', 'care', null, [
    { from: 70, below: 110, give: 650 },
    { from: 110, below: 150, give: 1300 },
    { from: 150, below: 190, give: 2400 },
    { from: 190, below: 230, give: 4100 },
    { from: 230, below: 270, give: 6200 },
    { from: 270, below: 310, give: 8600 },
    { from: 310 },
  ]),
  ...rows('carers', 'family', null, [{ from: 30, give: 320 }]),
  when('far', { fact: 'far', operator: 'equal', value: true }),
  when('agreed', { fact: 'decision', operator: 'in', value: ['agreed', 'fast-track'] }),
  when('pending', { fact: 'decision', operator: 'equal', value: 'pending' }),
]

type Condition = typeof MAINSTREAM | { fact: string; operator: string; value: unknown }

function rows(type: string, fact: string, only: Condition | null, given: readonly Given[]): RuleProperties[] {
  return given.map((params) => {
    const { from, below } = params
    const inRow = { fact, operator: 'inRow', value: { from, below } }
    return { conditions: { all: only ? [only, inRow] : [inRow] }, event: { type, params } }
  })
}

function when(type: string, condition: Condition): RuleProperties {
  return { conditions: { all: [condition] }, event: { type } }
}

type Facts = ReturnType<typeof factsOf>

function factsOf({ points, setting, decision, far }: Answers) {
  const achieve = sum(points, ['learning', 'communication', 'senses', 'concentration', 'play'])
  const help = sum(points, ['carer-health', 'brothers-and-sisters', 'family-help', 'community-help'])
  const family = Math.min(help, 60)
  return {
    setting,
    decision,
    far,
    family,
    education: achieve + sum(points, ['supervision', 'behaviour', 'personal-care']) * 0.5,
    therapy: points.communication + points.behaviour * 0.5,
    health: sum(points, ['breathing', 'seizures', 'eating', 'medicines', 'sleep']),
    care:
      sum(points, ['supervision', 'behaviour', 'danger', 'getting-about']) +
      sum(points, ['friendships', 'activities', 'choices']) +
      sum(points, ['personal-care', 'daily-tasks', 'home-routines', 'travel', 'adult-life']) +
      family,
  }
}

function sum(points: Points, questions: readonly (keyof Points)[]): number {
  return questions.reduce((total, question) => total + points[question], 0)
}

function figures(facts: Facts, events: ReadonlyMap<string, Given | undefined>) {
  const mainstreamSupport = amount(events.get('mainstream-support'), facts.education) ?? 0
  const specialistTopUp = amount(events.get('specialist-top-up'), facts.education)
  const hours = amount(events.get('nursing'), facts.health)
  const nursing = hours === null ? null : round(hours * 27.45 * 52)
  const counted = events.has('agreed') ? nursing : 0
  const therapy = round(facts.therapy * 31.37)
  const row = amount(events.get('short-breaks'), facts.care)
  const shortBreaks = row === null ? null : breaks(row, events.has('far'))
  const carers = amount(events.get('carers'), facts.family) ?? 0
  const education = mainstreamSupport + (specialistTopUp ?? 0)
  const health = therapy + (counted ?? 0)
  const socialCare = carers + (shortBreaks ?? 0)
  return inPence({
    mainstreamSupport,
    specialistTopUp,
    nursing,
    therapy,
    carers,
    shortBreaks,
    education,
    health,
    socialCare,
    total: education + health + socialCare,
    open: specialistTopUp === null || shortBreaks === null || events.has('pending') || counted === null,
  })
}

function amount(given: Given | undefined, points: number): number | null {
  if (given === undefined) return 0
  const { from, below, give, to } = given
  if (give === undefined) return null
  if (below === undefined || to === undefined) return give
  return round(give + ((to - give) * (points - from)) / (below - from))
}

function breaks(row: number, far: boolean): number {
  const priced = round(row * 1.034)
  const raised = far ? round(priced * 1.05) : priced
  return Math.round(Math.min(raised, 9000) / 10) * 10
}

/** To whole pence, as everybody does it. */
function round(pounds: number): number {
  return Math.round(pounds * 100) / 100
}
