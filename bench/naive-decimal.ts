import { Decimal } from 'decimal.js'
import type { Assessment } from '../src/index.js'
import { LEVELS, type Levels } from './by-hand/levels.js'
import { decision, isTrue } from './by-hand/read.js'
import type { Figures } from './handwritten.js'

type Question = keyof typeof LEVELS

/**
 * The Westmarch 2026-27 table by hand once more, the way of a programmer who has heard that money needs decimals: every
 * number a `Decimal` from the start, divided when a division comes up, rounded when a figure is done.
 */
export function naiveDecimal({ answers, facts }: Assessment): Figures {
  if (!answers || !facts) throw new TypeError('answers and facts are needed')
  const points = (id: Question): Decimal => pointsOf(LEVELS[id], answers[id])
  const sum = (...ids: readonly Question[]): Decimal =>
    ids.reduce((total, id) => total.plus(points(id)), new Decimal(0))

  const safe = sum('supervision', 'behaviour', 'danger', 'getting-about')
  const achieve = sum('learning', 'communication', 'senses', 'concentration', 'play')
  const contribute = sum('friendships', 'activities', 'choices')
  const independent = sum('personal-care', 'daily-tasks', 'home-routines', 'travel', 'adult-life')
  const help = sum('carer-health', 'brothers-and-sisters', 'family-help', 'community-help')
  const family = Decimal.min(help, 60)
  const educationPoints = achieve.plus(sum('supervision', 'behaviour', 'personal-care').times(50).div(100))
  const therapyPoints = points('communication').plus(points('behaviour').times(50).div(100))
  const healthPoints = sum('breathing', 'seizures', 'eating', 'medicines', 'sleep')
  const carePoints = safe.plus(contribute).plus(independent).plus(family)

  const mainstream = facts.setting === 'mainstream'
  const mainstreamSupport = mainstream ? row(MAINSTREAM, educationPoints) : new Decimal(0)
  const specialistTopUp = mainstream ? new Decimal(0) : line(SPECIALIST, educationPoints)
  const therapy = round(therapyPoints.times('31.37'))
  const hours = row(NURSING, healthPoints)
  const nursing = hours && round(hours.times('27.45').times(52))
  const gate = decision(facts['continuing-care'])
  const counted = gate === 'agreed' || gate === 'fast-track' ? nursing : new Decimal(0)
  const breaks = row(SHORT_BREAKS, carePoints)
  const shortBreaks = breaks && changed(breaks, isTrue(facts['far-from-services']))
  const carers = new Decimal(family.gte(30) ? 320 : 0)

  const education = (mainstreamSupport ?? new Decimal(0)).plus(specialistTopUp ?? 0)
  const health = therapy.plus(counted ?? 0)
  const socialCare = carers.plus(shortBreaks ?? 0)
  return {
    mainstreamSupport: pence(mainstreamSupport) ?? 0,
    specialistTopUp: pence(specialistTopUp),
    nursing: pence(nursing),
    therapy: pence(therapy) ?? 0,
    carers: pence(carers) ?? 0,
    shortBreaks: pence(shortBreaks),
    education: pence(education) ?? 0,
    health: pence(health) ?? 0,
    socialCare: pence(socialCare) ?? 0,
    total: pence(education.plus(health).plus(socialCare)) ?? 0,
    open: specialistTopUp === null || shortBreaks === null || counted === null || gate === 'pending',
  }
}

/** From how many points, and what is given; null is for people to decide. */
type Rows = readonly (readonly [from: number, give: Decimal | null])[]

const MAINSTREAM = rows([0, 0], [20, 2000], [45, 4500], [70, 7200], [100, 9800], [130, 13000], [160, 17500])
const SPECIALIST = rows([0, 0], [60, 3000], [100, 7500], [150, 14000], [180, null])
const NURSING = rows([0, 0], [40, 4], [60, 8], [84, 14.5], [110, 21], [132, null])
const SHORT_BREAKS = rows(
  [0, 0],
  [70, 650],
  [110, 1300],
  [150, 2400],
  [190, 4100],
  [230, 6200],
  [270, 8600],
  [310, null],
)

function rows(...given: readonly (readonly [from: number, give: number | null])[]): Rows {
  return given.map(([from, give]) => [from, give === null ? null : new Decimal(give)])
}

function row(of: Rows, points: Decimal): Decimal | null {
  return of[reached(of, points)]?.[1] ?? null
}

function reached(of: Rows, points: Decimal): number {
  return of.filter(([from]) => points.gte(from)).length - 1
}

/** A straight line between two rows; after the last amount it is level up to the row that refers. */
function line(of: Rows, points: Decimal): Decimal | null {
  const at = reached(of, points)
  const [from, low] = of[at] ?? [0, null]
  const [to, high] = of[at + 1] ?? [0, null]
  if (!low || !high) return low
  const share = points.minus(from).div(to - from)
  return round(low.plus(high.minus(low).times(share)))
}

function changed(breaks: Decimal, far: boolean): Decimal {
  const priced = round(breaks.times('1.034'))
  const raised = far ? round(priced.times('1.05')) : priced
  return Decimal.min(raised, 9000).div(10).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(10)
}

function pointsOf(levels: Levels, answer: NonNullable<Assessment['answers']>[string] | undefined): Decimal {
  if (answer === undefined) return new Decimal(0)
  if (typeof answer === 'object')
    return answer.level === undefined ? new Decimal(answer.points ?? Number.NaN) : pointsOf(levels, answer.level)
  const worth = levels[answer]
  if (worth === undefined) throw new RangeError(`Not an answer: ${answer}`)
  return new Decimal(worth)
}

function round(pounds: Decimal): Decimal {
  return pounds.toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
}

function pence(pounds: Decimal | null): number | null {
  return pounds?.times(100).toNumber() ?? null
}
