import type { AnswerInput, Assessment } from '../../src/index.js'
import { LEVELS, type Levels } from '../by-hand/levels.js'
import { decision, isTrue } from '../by-hand/read.js'

export type Question = keyof typeof LEVELS
export type Points = Readonly<Record<Question, number>>

/**
 * What a form hands to any of these tools: the points of each question as a plain number, and the facts. A question that
 * was not asked, or was left blank, has 0. The levels are looked up here for all of them, and in their favour: a
 * `<select>` would do it, and none of them is quick at it.
 */
export interface Answers {
  readonly points: Points
  readonly setting: string
  readonly decision: string
  readonly far: boolean
}

const QUESTIONS = Object.entries<Levels>(LEVELS)

export function answersOf({ answers = {}, facts = {} }: Assessment): Answers {
  const points: Record<string, number> = {}
  for (const [id, levels] of QUESTIONS) points[id] = worth(levels, answers[id])
  return {
    points: points as Points,
    setting: String(facts.setting),
    decision: String(decision(facts['continuing-care'])),
    far: isTrue(facts['far-from-services']),
  }
}

function worth(levels: Levels, answer: AnswerInput | undefined): number {
  if (answer === undefined) return 0
  if (typeof answer === 'object')
    return answer.level === undefined ? Number(answer.points) : worth(levels, answer.level)
  const points = levels[answer]
  if (points === undefined) throw new RangeError(`Not an answer: ${answer}`)
  return points
}
