import type { Written } from '../../load/table.js'
import type { Measure } from './change.js'
import { about, condition, exact, fields, type How, named, names, number, type Tree, textOf, words } from './how.js'
import { poundsA, weight } from './price-how.js'

const ordered: How = { is: 'set', of: exact, ordered: true }
const hours: How = { is: 'set', of: number('hours'), ordered: false }

/** What an input is, by its kind: a fact of another kind is another fact. */
const fact: How = {
  is: 'depends',
  on: (tree) =>
    fields<NonNullable<Written['facts']>[string]>()(
      {
        is: exact,
        'one-of': oneOf(textOf(tree, 'is')),
        'at-most': number(measureOf(tree)),
        by: words,
        review: words,
        means: words,
        of: exact,
        a: exact,
        'weeks-a-year': number('a number'),
      },
      { kind: 'is' },
    ),
}

/** The bands that a worker judges stand from the least to the most. */
function oneOf(is: string): How {
  return is === 'judged-band' ? ordered : is === 'hours' ? hours : names
}

function measureOf(tree: Tree): Measure {
  const period = textOf(tree, 'a')
  return period === '' ? 'hours' : poundsA(period)
}

const levels: How = {
  is: 'list',
  of: { is: 'pair', of: 'points' },
  key: (item) => (typeof item === 'string' ? item : (Object.keys(item)[0] ?? '')),
  label: (level) => `level ${level}`,
  ordered: true,
  moves: null,
}

const question = fields<NonNullable<Written['questions']>[string]['ask'][string]>()({
  text: words,
  guidance: words,
  direction: exact,
  levels: about('points', levels),
  kinds: about('points', named('kind', levels)),
  'asked-when': condition,
  means: named('meaning of', words),
  'in-between': exact,
  'not-applicable': exact,
  'may-be-left': exact,
  forms: names,
})

const group = fields<NonNullable<Written['questions']>[string]>()({
  title: words,
  outcome: exact,
  ask: named('question', question),
})

const score = fields<NonNullable<Written['scores']>[string]>()(
  {
    sum: names,
    'per-cent-of': named('part of', number('per cent')),
    'highest-of': names,
    brought: words,
    times: number('times'),
    weight,
    'at-most': number('points'),
    why: words,
  },
  { forms: ['sum', 'per-cent-of', 'highest-of', 'brought'] },
)

const flag = fields<NonNullable<Written['flags']>[string]>()(
  {
    say: words,
    to: words,
    next: words,
    refer: { is: 'words', what: 'flags' },
    why: words,
    exceptional: exact,
    'agreed-by': { is: 'words', what: 'flags' },
    when: condition,
  },
  { forms: ['say', 'refer', 'agreed-by'] },
)

/** What is asked, counted and flagged. */
export const NEEDS: { readonly [K in 'facts' | 'questions' | 'scores' | 'flags']: How } = {
  facts: about('facts', named('fact', fact)),
  questions: about('questions', named('', group)),
  scores: about('scores', named('score', score)),
  flags: about('flags', named('flag', flag)),
}
