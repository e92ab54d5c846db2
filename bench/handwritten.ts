import type { AnswerInput, Assessment } from '../src/index.js'
import { LEVELS, type Levels } from './levels.js'

/** What the hand-written version gives: pence a year, and no working. A null figure is for people to decide. */
export interface Figures {
  readonly mainstreamSupport: number
  readonly specialistTopUp: number | null
  readonly nursing: number | null
  readonly therapy: number
  readonly carers: number
  readonly shortBreaks: number | null
  readonly education: number
  readonly health: number
  readonly socialCare: number
  readonly total: number
  /** Something waits, so the total reads "at least". */
  readonly open: boolean
}

/**
 * The Westmarch 2026-27 table, and only that table, written out by hand in plain whole numbers: what a programmer who is
 * given the paper scheme would write. It is the yardstick of the speed target, and must give the same pence.
 */
export function handwritten({ answers, facts, form }: Assessment): Figures {
  if (!answers || !facts) throw new TypeError('answers and facts are needed')
  const primary = form === 'primary'
  // Question points are in hundredths.
  const breathing = points(LEVELS.breathing, answers.breathing)
  const seizures = points(LEVELS.seizures, answers.seizures)
  const eating = points(LEVELS.eating, answers.eating)
  const medicines = points(LEVELS.medicines, answers.medicines)
  const sleep = points(LEVELS.sleep, answers.sleep)
  const supervision = points(LEVELS.supervision, answers.supervision)
  const behaviour = points(LEVELS.behaviour, answers.behaviour)
  const danger = points(LEVELS.danger, answers.danger)
  const gettingAbout = points(LEVELS['getting-about'], answers['getting-about'])
  const learning = points(LEVELS.learning, answers.learning)
  const communication = points(LEVELS.communication, answers.communication)
  const senses = points(LEVELS.senses, answers.senses)
  const concentration = points(LEVELS.concentration, answers.concentration)
  const play = primary ? points(LEVELS.play, answers.play) : 0
  const friendships = points(LEVELS.friendships, answers.friendships)
  const activities = points(LEVELS.activities, answers.activities)
  const choices = points(LEVELS.choices, answers.choices)
  const personalCare = points(LEVELS['personal-care'], answers['personal-care'])
  const dailyTasks = points(LEVELS['daily-tasks'], answers['daily-tasks'])
  const homeRoutines = primary ? points(LEVELS['home-routines'], answers['home-routines']) : 0
  const travel = primary ? 0 : points(LEVELS.travel, answers.travel)
  const adultLife = primary ? 0 : points(LEVELS['adult-life'], answers['adult-life'])
  const carerHealth = answers['carer-health'] === undefined ? 0 : points(LEVELS['carer-health'], answers['carer-health'])
  const brothersAndSisters = points(LEVELS['brothers-and-sisters'], answers['brothers-and-sisters'])
  const familyHelp = points(LEVELS['family-help'], answers['family-help'])
  const communityHelp = points(LEVELS['community-help'], answers['community-help'])

  const healthy = breathing + seizures + eating + medicines + sleep
  const safe = supervision + behaviour + danger + gettingAbout
  const achieve = learning + communication + senses + concentration + play
  const contribute = friendships + activities + choices
  const independent = personalCare + dailyTasks + homeRoutines + travel + adultLife
  const family = Math.min(carerHealth + brothersAndSisters + familyHelp + communityHelp, 6000)
  const care = safe + contribute + independent + family
  // These two count some questions by half, so they are in two-hundredths.
  const education = 2 * achieve + supervision + behaviour + personalCare
  const therapyPoints = 2 * communication + behaviour

  const mainstream = facts.setting === 'mainstream'
  const mainstreamSupport = mainstream ? mainstreamPence(education) : 0
  const specialistTopUp = mainstream ? 0 : specialistPence(education)
  const therapy = Math.floor((therapyPoints * 3137 + 100) / 200)
  const gate = decision(facts['continuing-care'])
  const nursing = nursingPence(healthy)
  const nursingSettled = gate === 'agreed' || gate === 'fast-track' ? nursing : 0
  const shortBreaks = shortBreaksPence(care, isTrue(facts['far-from-services']))
  const carers = family >= 3000 ? 32000 : 0

  const educationTotal = mainstreamSupport + (specialistTopUp ?? 0)
  const healthTotal = therapy + (nursingSettled ?? 0)
  const careTotal = carers + (shortBreaks ?? 0)
  return {
    mainstreamSupport,
    specialistTopUp,
    nursing,
    therapy,
    carers,
    shortBreaks,
    education: educationTotal,
    health: healthTotal,
    socialCare: careTotal,
    total: educationTotal + healthTotal + careTotal,
    open: specialistTopUp === null || shortBreaks === null || gate === 'pending' || nursingSettled === null,
  }
}

/** Hundredths of a point; an answer that is missing or not known stops the work. */
function points(levels: Levels, answer: AnswerInput | undefined): number {
  if (typeof answer === 'object') {
    if (answer.level !== undefined) return points(levels, answer.level)
    return Math.round(Number(answer.points) * 100)
  }
  const worth = answer === undefined ? undefined : levels[answer]
  if (worth === undefined) throw new RangeError(`Not an answer: ${answer}`)
  return worth * 100
}

function decision(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'state' in input ? input.state : input
}

function isTrue(input: unknown): boolean {
  return input === true || input === 'yes' || input === 'true'
}

function mainstreamPence(points: number): number {
  if (points < 20 * 200) return 0
  if (points < 45 * 200) return 200000
  if (points < 70 * 200) return 450000
  if (points < 100 * 200) return 720000
  if (points < 130 * 200) return 980000
  return points < 160 * 200 ? 1300000 : 1750000
}

function specialistPence(points: number): number | null {
  if (points < 60 * 200) return between(points, 0, 60, 0, 300000)
  if (points < 100 * 200) return between(points, 60, 100, 300000, 750000)
  if (points < 150 * 200) return between(points, 100, 150, 750000, 1400000)
  return points < 180 * 200 ? 1400000 : null
}

/** A straight line between two rows, divided once and rounded once. */
function between(points: number, from: number, to: number, low: number, high: number): number {
  const span = (to - from) * 200
  const value = low * span + (high - low) * (points - from * 200)
  return Math.floor((2 * value + span) / (2 * span))
}

/** Hours a week at £27.45 for 52 weeks. */
function nursingPence(points: number): number | null {
  if (points < 4000) return 0
  if (points < 6000) return 4 * 2745 * 52
  if (points < 8400) return 8 * 2745 * 52
  if (points < 11000) return 14.5 * 2745 * 52
  return points < 13200 ? 21 * 2745 * 52 : null
}

function shortBreaksPence(points: number, far: boolean): number | null {
  const row = shortBreaksRow(points)
  if (row === null) return null
  const priced = Math.floor((row * 1034 + 500) / 1000)
  const distant = far ? Math.floor((priced * 105 + 50) / 100) : priced
  return Math.floor((Math.min(distant, 900000) + 500) / 1000) * 1000
}

function shortBreaksRow(points: number): number | null {
  if (points < 7000) return 0
  if (points < 11000) return 65000
  if (points < 15000) return 130000
  if (points < 19000) return 240000
  if (points < 23000) return 410000
  if (points < 27000) return 620000
  return points < 31000 ? 860000 : null
}
