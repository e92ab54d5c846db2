import { capital, spaced } from '../../explain/grammar.js'
import type { FactPlan } from '../../load/plan.js'
import { DECISIONS } from '../../score/decision.js'
import { expected, mayBeLeft } from '../../score/read-facts.js'
import { call, type Expression, equals, iff, infix, input, number, sumOf, text } from '../formula/expression.js'
import { areWords, checked, isAny, isDay, isIn, isNumber, placeIn, told } from './checks.js'
import { NO, truth, YES } from './logic.js'
import { addEarly, ask, idOf, type Making } from './making.js'
import type { Asks } from './program.js'

/** The heading under which facts stand. */
export const SECTION = 'Facts about the child and the family'

/** Asks for every fact, and works out what each is as it is stored: a name, or a whole number. */
export function addFacts(making: Making): void {
  for (const fact of making.plan.facts) addFact(making, fact)
}

function addFact(making: Making, fact: FactPlan): void {
  const id = making.inputId('facts', fact.id)
  const given = input(id)
  const { missing, wrong } = told(expected(fact))
  const check = addEarly(
    making,
    { id: `facts/${fact.id}/check`, section: SECTION, label: `${labelOf(making, fact)}: still to do`, unit: 'text' },
    checked(given, { missing: mayBeLeft(fact) ? '' : missing, wrong }, passes(making, fact, given)),
  )
  ask(making, {
    id,
    asks: asks(making, fact),
    section: SECTION,
    label: labelOf(making, fact),
    help: helpOf(making, fact),
    check: idOf(making, `facts/${fact.id}/check`),
  })
  const fine = equals(check, text(''))
  const value = addEarly(
    making,
    { id: `facts/${fact.id}`, section: SECTION, label: labelOf(making, fact), unit: unitOf(fact) },
    iff(fine, stored(fact, given), isText(fact) ? text('') : number(0)),
  )
  if (fact.is === 'choice')
    addEarly(
      making,
      {
        id: `facts/${fact.id}/place`,
        section: SECTION,
        label: `${labelOf(making, fact)}: its place in the list`,
        unit: 'place',
      },
      placeIn(value, choices(making, fact)),
    )
  if (fact.is === 'money' && fact.of === 'previous-budget')
    addEarly(
      making,
      { id: `facts/${fact.id}/given`, section: SECTION, label: `${labelOf(making, fact)}: given`, unit: 'truth' },
      iff(fine, iff(equals(given, text('')), NO, YES), NO),
    )
  if (fact.is === 'decision') addReason(making, fact, given)
}

/** A refusal comes in writing, with its reason. */
function addReason(making: Making, fact: FactPlan, given: Expression): void {
  const id = making.inputId('facts', fact.id, 'reason')
  const label = `${labelOf(making, fact)}: the written reason for a refusal`
  const check = {
    id: `facts/${fact.id}/reason/check`,
    section: SECTION,
    label: `${label}: still to do`,
    unit: 'text',
  } as const
  const missing = text('Still to be filled in: a refusal needs its written reason.')
  const needed = iff(call('EXACT', given, text('refused')), missing, text(''))
  addEarly(making, check, iff(equals(input(id), text('')), needed, areWords(input(id))))
  ask(making, { id, asks: { is: 'words' }, section: SECTION, label, help: [], check: idOf(making, check.id) })
}

function isText({ is }: FactPlan): boolean {
  return is === 'choice' || is === 'decision' || is === 'start' || is === 'end'
}

function unitOf(fact: FactPlan): 'text' | 'number' | 'hundredths' | 'pence' | 'truth' | 'day' {
  switch (fact.is) {
    case 'choice':
    case 'decision':
      return 'text'
    case 'circumstance':
      return 'truth'
    case 'hours':
    case 'entitlement':
      return 'hundredths'
    case 'money':
      return 'pence'
    case 'start':
    case 'end':
      return 'day'
    case 'age':
    case 'terms':
      return 'number'
  }
}

function asks(making: Making, fact: FactPlan): Asks {
  switch (fact.is) {
    case 'age':
      return { is: 'number', low: 0, high: 25, places: 0 }
    case 'terms':
      return { is: 'number', low: 1, high: 3, places: 0 }
    case 'circumstance':
      return { is: 'one-of', names: ['yes', 'no'] }
    case 'decision':
      return { is: 'one-of', names: DECISIONS }
    case 'start':
    case 'end':
      return { is: 'day' }
    case 'choice':
      return { is: 'name', list: choices(making, fact), also: fact.of === 'setting' ? ['unknown'] : [] }
    case 'money':
      return { is: 'pounds', high: fact.atMost / 100 }
    case 'hours':
    case 'entitlement':
      return { is: 'number', low: 0, high: fact.atMost / 100, places: placesOf(fact) }
  }
}

function placesOf(fact: Extract<FactPlan, { is: 'hours' | 'entitlement' }>): number {
  return fact.is === 'entitlement' && fact.of === 'units a year' ? 0 : 2
}

function passes(making: Making, fact: FactPlan, given: Expression): Expression {
  const asked = asks(making, fact)
  switch (asked.is) {
    case 'number': {
      const fits = isNumber(given, number(asked.low), number(asked.high), asked.places)
      if (fact.is !== 'hours' || !fact.oneOf) return fits
      const known = sumOf(fact.oneOf.map((hours) => truth(equals(given, number(hours / 100)))))
      return iff(fits, infix(known, '>', NO), NO)
    }
    case 'pounds':
      return isNumber(given, number(0), number(asked.high), 2)
    case 'day':
      return isDay(given)
    case 'one-of':
      return isAny(given, asked.names)
    case 'name': {
      const known = isIn(given, asked.list)
      return asked.also.length === 0 ? known : iff(isAny(given, asked.also), YES, known)
    }
    case 'words':
      return YES
  }
}

/** A fact as it is stored, from a cell that is in order; a number that may be left out is 0 when it is. */
function stored(fact: FactPlan, given: Expression): Expression {
  switch (fact.is) {
    case 'choice':
    case 'decision':
      return infix(given, '&', text(''))
    case 'circumstance':
      return truth(call('EXACT', given, text('yes')))
    case 'start':
    case 'end':
      return iff(equals(given, text('')), text(''), given)
    case 'age':
    case 'terms':
      return infix(given, '+', number(0))
    case 'hours':
    case 'entitlement':
      return call('INT', infix(infix(given, '*', number(100)), '+', number(0.5)))
    case 'money':
      return iff(
        equals(given, text('')),
        number(0),
        call('INT', infix(infix(given, '*', number(100)), '+', number(0.5))),
      )
  }
}

/** The names of a choice, in the Table sheet. */
export function choices(making: Making, { id }: FactPlan): Extract<Expression, { is: 'range' }> {
  return { is: 'range', block: idOf(making, `choices/${id}`), first: 0, last: 0 }
}

/** Adds the names of every choice to the Table sheet. */
export function addChoices(making: Making): void {
  for (const fact of making.plan.facts)
    if (fact.is === 'choice')
      making.blocks.push({
        id: idOf(making, `choices/${fact.id}`),
        title: labelOf(making, fact),
        source: '',
        columns: [{ is: 'text', title: 'One of' }],
        rows: fact.values.map((value) => [value]),
      })
}

function labelOf(making: Making, { id }: FactPlan): string {
  const fact = making.written.facts?.[id]
  if (fact?.is === 'circumstance') return fact.means
  if (fact?.is === 'age') return 'Age in whole years on the day of the assessment'
  return capital(spaced(id))
}

function helpOf(making: Making, plan: FactPlan): readonly string[] {
  const fact = making.written.facts?.[plan.id]
  const by =
    fact && 'by' in fact && fact.by !== undefined
      ? [`${plan.is === 'decision' ? 'Decided' : 'Said'} by ${fact.by}.`]
      : []
  const review = fact?.is === 'decision' ? [fact.review] : []
  const left = mayBeLeft(plan) ? ['May be left blank.'] : []
  return [`${capital(expected(plan))}.`, ...by, ...review, ...left]
}
