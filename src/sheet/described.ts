import type { SheetFunctions } from './functions.js'

/** What a person reads of a function while writing a formula. */
export interface Described {
  readonly name: keyof SheetFunctions
  readonly does: string
  readonly gives: string
}

/** The arguments of every function, in their order. */
export const PARAMETERS = [
  { name: 'table', is: 'The id of a table, or the range that holds the text of one.' },
  { name: 'names', is: 'The range of names, as in ras batch: case, date, age and so on.' },
  { name: 'values', is: 'The range of values beside the names, or below them. Blank is left out, and is never 0.' },
] as const

/** The functions, in the order in which people need them. */
export const DESCRIBED: readonly Described[] = [
  {
    name: 'RAS_TOTAL',
    does: 'The likely amount a year, in pounds: a number when all is settled, otherwise text that says at least.',
    gives: 'Pounds, or text that says at least, or text that begins with RAS and says what to mend.',
  },
  {
    name: 'RAS_BUDGET',
    does: 'The indicative budget of one child: lines, streams, funders, the total and notices, with headings.',
    gives: 'Rows of part, id, name, likely amount a year, state, words, stream and setting.',
  },
  {
    name: 'RAS_FLAGS',
    does: 'The flags of one child, raised or not, in words, with headings.',
    gives: 'Rows of flag, state, words, who, exceptional and setting.',
  },
  {
    name: 'RAS_POINTS',
    does: 'The scores of one child, with headings.',
    gives: 'Rows of score and points.',
  },
]
