import {
  call,
  type Expression,
  equals,
  iff,
  infix,
  input,
  number,
  quantity,
  sumOf,
  text,
} from '../formula/expression.js'
import { areWords, checked, isAny, isDay, isIn, told } from './checks.js'
import { NO, truth } from './logic.js'
import { addEarly, ask, idOf, type Making, mayBeUnscored } from './making.js'
import type { Block } from './program.js'

const SECTION = 'The case'

/** Asks for the reference and the day of the assessment, and whether the family asks to be an exceptional case. */
export function addCase(making: Making): void {
  const given = input('case')
  const words = told('a reference of at most 64 characters, and never a name')
  put(making, 'case/check', checked(call('TRIM', given), words, infix(call('LEN', given), '<=', number(64))))
  ask(making, {
    id: 'case',
    asks: { is: 'words' },
    section: SECTION,
    label: 'Reference of the case',
    help: ['A reference, never a name.'],
    check: idOf(making, 'case/check'),
  })
  const day = input('date')
  const check = put(making, 'date/check', checked(day, told('a day such as 1 September 2026'), isDay(day)))
  ask(making, {
    id: 'date',
    asks: { is: 'day' },
    section: SECTION,
    label: 'Day of the assessment',
    help: [],
    check: idOf(making, 'date/check'),
  })
  const label = 'Day of the assessment'
  addEarly(
    making,
    { id: 'date', section: SECTION, label, unit: 'day' },
    iff(equals(check, text('')), infix(day, '+', NO), NO),
  )
}

/** Whether the family asks to be an exceptional case; blank is no. */
export function addExceptional(making: Making): void {
  const given = input('exceptional')
  const words = { missing: '', wrong: 'This cannot be. Give yes or no.' }
  put(making, 'exceptional/check', checked(given, words, isAny(given, ['yes', 'no'])))
  const section = 'An exceptional case'
  ask(making, {
    id: 'exceptional',
    asks: { is: 'one-of', names: ['yes', 'no'] },
    section,
    label: 'The family asks to be an exceptional case',
    help: ['Blank is no.'],
    check: idOf(making, 'exceptional/check'),
  })
  const because = input('exceptional/because')
  put(making, 'exceptional/because/check', iff(equals(because, text('')), text(''), areWords(because)))
  ask(making, {
    id: 'exceptional/because',
    asks: { is: 'words' },
    section,
    label: 'Why',
    help: [],
    check: idOf(making, 'exceptional/because/check'),
  })
  const asked = truth(call('EXACT', given, text('yes')))
  addEarly(making, { id: 'exceptional', section: SECTION, label: 'The family asked', unit: 'truth' }, asked)
}

/** Asks which form was answered, where the table has forms, and whether the child is old enough for it to be scored. */
export function addForm(making: Making): void {
  const { plan } = making
  if (plan.forms.size === 0) return
  const list = { is: 'range', block: idOf(making, 'forms'), first: 0, last: 0 } as const
  const given = input(making.inputId('form'))
  const age = plan.age < 0 ? null : quantity(idOf(making, `facts/${plan.facts[plan.age]?.id}`))
  const words = told('the form that was answered')
  const more = age ? forAge(making, given, age) : text('')
  const check = put(making, 'form/check', checked(given, words, isIn(given, list), more))
  ask(making, {
    id: making.inputId('form'),
    asks: { is: 'name', list, also: [] },
    section: SECTION,
    label: 'Form that was answered',
    help: [...plan.forms].map(([id]) => `${id}: ${making.written.forms?.[id]?.title ?? id}`),
    check: idOf(making, 'form/check'),
  })
  const form = iff(equals(check, text('')), infix(given, '&', text('')), text(''))
  addEarly(making, { id: 'form', section: SECTION, label: 'Form', unit: 'text' }, form)
  if (mayBeUnscored(making)) addScored(making, age)
}

/** The age must be one that the form is for. */
function forAge({ plan }: Making, given: Expression, age: Expression): Expression {
  const wrong = [...plan.forms].flatMap(([id, { from, below }]) => {
    const outside = [
      ...(from === null ? [] : [truth(infix(age, '<', number(from)))]),
      ...(below === null ? [] : [truth(infix(age, '>=', number(below)))]),
    ]
    return outside.length === 0 ? [] : [iff(call('EXACT', given, text(id)), sumOf(outside), NO)]
  })
  return iff(infix(sumOf(wrong), '>', NO), text('This form is not for a child of this age.'), text(''))
}

/** 0 for a child below the age from which the form is scored. */
function addScored(making: Making, age: Expression | null): void {
  const form = quantity(idOf(making, 'form'))
  const young = [...making.plan.forms].flatMap(([id, { notScored }]) =>
    notScored && age ? [iff(equals(form, text(id)), truth(infix(age, '<', number(notScored.below))), NO)] : [],
  )
  const formula = infix(number(1), '-', sumOf(young))
  addEarly(making, { id: 'scored', section: SECTION, label: 'The child is scored', unit: 'truth' }, formula)
}

/** Adds the forms to the Table sheet. */
export function addForms(making: Making): void {
  const { plan, written } = making
  if (plan.forms.size === 0) return
  const block: Block = {
    id: idOf(making, 'forms'),
    title: 'Forms',
    source: '',
    columns: [
      { is: 'text', title: 'Form' },
      { is: 'text', title: 'Title' },
    ],
    rows: [...plan.forms.keys()].map((id) => [id, written.forms?.[id]?.title ?? id]),
  }
  making.blocks.push(block)
}

function put(making: Making, id: string, formula: Expression): Expression {
  return addEarly(making, { id, section: SECTION, label: 'Still to do', unit: 'text' }, formula)
}
