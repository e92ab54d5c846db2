import type { Rounding } from '../../../src/pence.js'
import type { Assessment } from '../../../src/score/needs.js'
import { type Answer, readAnswer } from './answers.js'
import { type Fraction, isBelow, read, ZERO } from './fraction.js'
import { at, entries, maybe, text } from './tree.js'

/** One child's case beside the table it is read with, in exact numbers. */
export interface Case {
  readonly table: unknown
  readonly rounding: Rounding
  readonly form: string | null
  /** The day of the assessment: what is phased out is phased out by it. */
  readonly date: string
  /** What was given: nothing for a day or an earlier figure that was left out, `unknown` for a setting not yet known. */
  readonly facts: ReadonlyMap<string, string | boolean | Fraction>
  readonly answers: ReadonlyMap<string, Answer>
  readonly brought: ReadonlyMap<string, Fraction>
  readonly askedExceptional: boolean
  /** False for a child who is younger than the form scores. */
  readonly scored: boolean
}

/** Reads an assessment that is known to fit the table. */
export function readCase(table: unknown, assessment: Assessment): Case {
  const facts = new Map(Object.entries(assessment.facts ?? {}).map(([id, given]) => [id, readFact(table, id, given)]))
  const form = typeof assessment.form === 'string' ? assessment.form : null
  return {
    table,
    rounding: text(table, 'rounding') as Rounding,
    form,
    date: assessment.date,
    facts,
    answers: new Map(asked(table).map(([id, question]) => [id, readAnswer(question, assessment.answers?.[id])])),
    brought: new Map(Object.entries(assessment.scores ?? {}).map(([id, points]) => [id, read(points)])),
    askedExceptional: isYes(assessment.exceptional?.asked ?? false),
    scored: form === null || isScored(table, form, ageOf(table, facts)),
  }
}

/** Every question of the table, on whatever form. */
export function asked(table: unknown): readonly (readonly [string, unknown])[] {
  return entries(table, 'questions').flatMap(([, group]) => entries(group, 'ask'))
}

/** Facts that are given as a number: hours, terms, years, or pounds. */
const NUMBERS = ['hours', 'terms', 'age', 'quote', 'other-package', 'previous-budget']

export function readFact(table: unknown, id: string, given: unknown): string | boolean | Fraction {
  const is = text(table, 'facts', id, 'is')
  if (is === 'circumstance') return isYes(given)
  if (NUMBERS.includes(is) || (is === 'entitlement' && at(table, 'facts', id, 'of') !== undefined)) {
    return read(String(given))
  }
  return typeof given === 'string' ? given : text(given, 'state')
}

export function isScored(table: unknown, form: string, age: Fraction): boolean {
  const below = maybe(table, 'forms', form, 'not-scored-below')
  return below === null || !isBelow(age, read(below))
}

/** The age of the child; nothing where the table does not ask it. */
export function ageOf(table: unknown, facts: Case['facts']): Fraction {
  const ages = entries(table, 'facts').filter(([, fact]) => text(fact, 'is') === 'age')
  const age = ages.map(([id]) => facts.get(id))[0]
  return typeof age === 'object' ? age : ZERO
}

function isYes(given: unknown): boolean {
  return given === true || given === 'true' || given === 'yes'
}

/** The questions under a name of a question or a group. */
export function questionsUnder(table: unknown, name: string): readonly string[] {
  const group = at(table, 'questions', name)
  return group === undefined ? [name] : entries(group, 'ask').map(([id]) => id)
}
