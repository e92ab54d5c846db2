import type { AnswerInput, CaseloadColumns, Column, Given } from '../../../src/index.js'
import { LEVELS, type Levels } from '../levels.js'
import { decision, isTrue } from '../read.js'

/** A column, with what each of its codes counts for. */
export interface Counted {
  readonly codes: Column['codes']
  readonly worth: Int32Array
}

/** Hundredths of a point stand in the low 20 bits; no sum of a questionnaire reaches that far. */
export const POINTS = 0xfffff
/** Above them, marks that add up with the points: of seven questions, how many say lots and how many exceptional. */
export const LOTS = 1 << 20
export const MOST = 1 << 24
export const BREATHING = 1 << 27
export const EPILEPSY = 1 << 28
export const WATCHED = 1 << 29

const SEVEN = ['breathing', 'eating', 'sleep', 'supervision', 'behaviour', 'communication', 'getting-about']

/** A question's column: the points of each answer, and the marks above them. */
export function question(of: CaseloadColumns, id: keyof typeof LEVELS): Counted {
  return counted(of, `answers/${id}`, (answer) => pointsAndMarks(id, LEVELS[id], answer))
}

/** What health decided, as a number. */
export const AGREED = 0
export const PENDING = 1
export const REFUSED = 2

export function continuingCare(of: CaseloadColumns): Counted {
  return counted(of, 'facts/continuing-care', (given) => {
    const state = decision(given)
    return state === 'refused' ? REFUSED : state === 'pending' ? PENDING : AGREED
  })
}

/** All bits where the setting is a mainstream school, otherwise none: to be laid over a figure. */
export function inMainstream(of: CaseloadColumns): Counted {
  return counted(of, 'facts/setting', (setting) => (setting === 'mainstream' ? -1 : 0))
}

/** 1 where a circumstance is so, otherwise 0. */
export function circumstance(of: CaseloadColumns, id: string): Counted {
  return counted(of, `facts/${id}`, (given) => (isTrue(given) ? 1 : 0))
}

/** 1 where the family asked to be an exceptional case, otherwise 0. */
export function familyAsked(of: CaseloadColumns): Counted {
  const asked = (given: Given) => typeof given === 'object' && given !== null && 'asked' in given && isTrue(given.asked)
  return counted(of, 'exceptional', (given) => (asked(given) ? 1 : 0))
}

/** What case i counts for. */
export function at({ codes, worth }: Counted, i: number): number {
  return worth[codes[i] ?? 0] ?? 0
}

function counted({ columns }: CaseloadColumns, path: string, worth: (value: Given) => number): Counted {
  const column = columns[path]
  if (!column) throw new RangeError(`No column ${path}`)
  return { codes: column.codes, worth: Int32Array.from(column.values, worth) }
}

function pointsAndMarks(id: string, levels: Levels, given: Given): number {
  // Left out: a question of the other form, or one that may be left blank.
  if (given === undefined) return 0
  const answer = given as AnswerInput
  const points = hundredths(levels, answer)
  const named = typeof answer === 'string' ? answer : (answer.level ?? levelOf(levels, points))
  let marks = 0
  if (SEVEN.includes(id)) marks += named === 'lots' ? LOTS : named === 'exceptional' ? MOST : 0
  if (id === 'breathing' && named === 'exceptional') marks += BREATHING
  if (id === 'seizures' && named === 'uncontrolled') marks += EPILEPSY
  if (id === 'supervision' && (named === 'lots' || named === 'exceptional')) marks += WATCHED
  return points + marks
}

function hundredths(levels: Levels, answer: AnswerInput): number {
  if (typeof answer === 'object' && answer.level === undefined) return Math.round(Number(answer.points) * 100)
  const worth = levels[typeof answer === 'string' ? answer : String(answer.level)]
  if (worth === undefined) throw new RangeError(`Not an answer: ${JSON.stringify(answer)}`)
  return worth * 100
}

/** Points alone that equal a level's points are that level. */
function levelOf(levels: Levels, points: number): string | undefined {
  return Object.keys(levels).find((level) => levels[level] === points / 100)
}
