import { and, capital, or, pounds, spaced, stop } from '../../explain/grammar.js'
import type { Written } from '../../load/table.js'
import type { Block } from '../page.js'
import { table } from './words.js'

type Fact = NonNullable<Written['facts']>[string]

/** What is asked beside the questions, what each may be, and who says so. */
export function factBlocks({ facts = {} }: Written): Block[] {
  return table(
    'Nothing else can move a figure',
    ['What is asked', 'What it is', 'Who says so'],
    Object.entries(facts).map(([id, fact]) => [
      capital(spaced(id)),
      capital(stop(what(fact))),
      'by' in fact ? (fact.by ?? '') : '',
    ]),
  )
}

function what(fact: Fact): string {
  switch (fact.is) {
    case 'age':
      return 'the child’s age in whole years on the day of the assessment. It chooses the form and the law, and moves no sum'
    case 'setting':
      return `the setting, which may not be known yet: ${one(fact['one-of'])}`
    case 'phase':
      return `the phase of education: ${one(fact['one-of'])}`
    case 'area':
      return `where the family lives: ${one(fact['one-of'])}`
    case 'decision':
      return `a decision made by people: agreed, refused, pending or fast-track. ${stop(fact.review)}`
    case 'circumstance':
      return `yes or no: ${fact.means}`
    case 'hours': {
      const known = fact['one-of'] ? `: ${or(fact['one-of'])}` : ''
      return `hours a week that the child attends${known}; ${fact['at-most']} at the most`
    }
    case 'terms':
      return 'school terms in the year: 1, 2 or 3'
    case 'start':
      return 'the day on which support begins, where it begins within the year'
    case 'end':
      return 'the last day of support, where it ends within the year'
    case 'judged-band':
      return `a band that was judged beside the points: ${one(fact['one-of'])}`
    case 'entitlement':
      return fact['one-of']
        ? `what was agreed elsewhere: ${one(fact['one-of'])}`
        : `what was agreed elsewhere, in ${fact.of ?? 'units a year'}${fact['at-most'] === undefined ? '' : `; ${fact['at-most']} at the most`}`
    case 'quote':
      return `a quoted price, ${money(fact)}`
    case 'other-package':
      return `another paid package of support, ${money(fact)}. Never help from family or friends`
    case 'previous-budget':
      return `the figure before the table changed, ${money(fact)}`
  }
}

function one(values: readonly string[]): string {
  return or(values.map(spaced))
}

function money(fact: Extract<Fact, { readonly a: string }>): string {
  const weeks = fact['weeks-a-year'] === undefined ? '' : `, for ${fact['weeks-a-year']} weeks a year`
  return `in pounds ${and([fact.a === '4 weeks' ? 'for 4 weeks' : `a ${fact.a}`])}${weeks}; ${pounds(fact['at-most'])} at the most`
}
