import type { Rounding } from '../../../src/pence.js'
import type { Assessment } from '../../../src/score/needs.js'
import { type Fraction, isSame, read, ZERO } from './fraction.js'
import { at, entries, items, pair, text } from './tree.js'

/** What was answered to one question. `level` is null between two levels, not applicable, left blank or not asked. */
export interface Answer {
  readonly points: Fraction
  readonly level: string | null
}

/** One child's case beside the table it is read with, in exact numbers. */
export interface Case {
  readonly table: unknown
  readonly rounding: Rounding
  readonly form: string | null
  readonly facts: ReadonlyMap<string, string | boolean | Fraction>
  readonly answers: ReadonlyMap<string, Answer>
  readonly brought: ReadonlyMap<string, Fraction>
  readonly askedExceptional: boolean
}

/** Reads an assessment that is known to fit the table. */
export function readCase(table: unknown, assessment: Assessment): Case {
  return {
    table,
    rounding: text(table, 'rounding') as Rounding,
    form: assessment.form ?? null,
    facts: new Map(Object.entries(assessment.facts ?? {}).map(([id, given]) => [id, readFact(table, id, given)])),
    answers: new Map(asked(table).map(([id, question]) => [id, readAnswer(question, assessment.answers?.[id])])),
    brought: new Map(Object.entries(assessment.scores ?? {}).map(([id, points]) => [id, read(points)])),
    askedExceptional: isYes(assessment.exceptional?.asked ?? false),
  }
}

/** Every question of the table, on whatever form. */
function asked(table: unknown): readonly (readonly [string, unknown])[] {
  return entries(table, 'questions').flatMap(([, group]) => entries(group, 'ask'))
}

function readFact(table: unknown, id: string, given: unknown): string | boolean | Fraction {
  switch (text(table, 'facts', id, 'is')) {
    case 'circumstance':
      return isYes(given)
    case 'hours':
    case 'terms':
    case 'age':
      return read(String(given))
    default:
      return typeof given === 'string' ? given : text(given, 'state')
  }
}

function readAnswer(question: unknown, given: unknown): Answer {
  const nothing = { points: ZERO, level: null }
  if (given === undefined || given === 'not-applicable') return nothing
  const levels = items(question, 'levels').map((level) => {
    const [name, points] = pair(level)
    return { name, points: read(text(points)) }
  })
  const said = typeof given === 'string' ? given : at(given, 'level')
  if (said === 'not-applicable') return nothing
  if (said !== undefined) {
    const level = levels.find(({ name }) => name === said)
    if (level === undefined) throw new RangeError(`no level ${JSON.stringify(said)}`)
    return { points: level.points, level: level.name }
  }
  const points = read(String(at(given, 'points')))
  return { points, level: levels.find((level) => isSame(level.points, points))?.name ?? null }
}

function isYes(given: unknown): boolean {
  return given === true || given === 'true' || given === 'yes'
}

/** The questions under a name of a question or a group. */
export function questionsUnder(table: unknown, name: string): readonly string[] {
  const group = at(table, 'questions', name)
  return group === undefined ? [name] : entries(group, 'ask').map(([id]) => id)
}
