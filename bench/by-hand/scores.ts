import type { AnswerInput, Assessment } from '../../src/index.js'
import { LEVELS, type Levels } from './levels.js'

/** The sums of points, and the questions that are read by themselves, in hundredths of a point unless said otherwise. */
export interface Scores {
  readonly healthy: number
  readonly safe: number
  readonly achieve: number
  readonly contribute: number
  readonly independent: number
  readonly family: number
  readonly care: number
  readonly all: number
  /** These two count some questions by half, so they are in two-hundredths. */
  readonly education: number
  readonly therapy: number
  readonly supervision: number
  readonly behaviour: number
  readonly personalCare: number
  readonly communication: number
}

/** Adds up a Westmarch questionnaire. */
export function scoresByHand({ answers, form }: Assessment): Scores {
  if (!answers) throw new TypeError('answers are needed')
  const primary = form === 'primary'
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
  const carerHealth =
    answers['carer-health'] === undefined ? 0 : points(LEVELS['carer-health'], answers['carer-health'])
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
  const all = healthy + achieve + care
  const education = 2 * achieve + supervision + behaviour + personalCare
  const therapy = 2 * communication + behaviour
  return {
    healthy,
    safe,
    achieve,
    contribute,
    independent,
    family,
    care,
    all,
    education,
    therapy,
    supervision,
    behaviour,
    personalCare,
    communication,
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
