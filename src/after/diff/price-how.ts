import type { Written } from '../../load/table.js'
import type { Measure } from './change.js'
import { about, exact, fields, type How, key, number, type Tree, textOf, words } from './how.js'
import { value } from './value.js'

type Price = NonNullable<Written['lines'][string]['price']>
type WithRows = Extract<Price, { readonly rows: unknown }>
type Beside = NonNullable<Extract<Price, { readonly beside?: unknown }>['beside']>
type Weight = NonNullable<Extract<Price, { readonly weight?: unknown }>['weight']>
type HowLong = NonNullable<Extract<Price, { readonly for?: unknown }>['for']>[number]

/** The words of a table for money a period: `pounds a year`, `pounds for 4 weeks`. */
export function poundsA(period: string): Measure {
  return period === '4 weeks' ? 'pounds for 4 weeks' : `pounds a ${period}`
}

const across: How = { is: 'whole', list: 'in order' }
const band: How = { is: 'words', what: 'rows' }

/** Rows are compared by the points from which they hold. */
function rows(of: How): How {
  return about('rows', {
    is: 'list',
    of,
    key: (item) => value(textOf(item, 'from')),
    label: (from) => `the row from ${from} points`,
    ordered: false,
    moves: 'points',
  })
}

export const weight: How = fields<Weight>()(
  {
    'look-up': exact,
    across,
    give: { is: 'given', of: 'times' },
    rows: rows(
      fields<Extract<Weight, { readonly rows: unknown }>['rows'][number]>()({
        from: key,
        give: { is: 'given', of: 'times' },
      }),
    ),
  },
  { forms: ['look-up', 'give'] },
)

const beside: How = fields<Beside>()({
  'look-up': exact,
  rows: rows(fields<Beside['rows'][number]>()({ from: key, band })),
})

const forHowLong: How = {
  is: 'list',
  of: fields<HowLong>()({
    terms: number('a number'),
    weeks: number('a number'),
    hours: exact,
    'out-of': number('a number'),
  }),
  key: (item) => ['terms', 'weeks', 'hours'].find((word) => textOf(item, word) !== '') ?? '',
  label: (word) => `for how many ${word}`,
  ordered: false,
  moves: null,
}

/** How a line is priced, or what it provides. */
export const price: How = { is: 'depends', on: priceOf }

function priceOf(tree: Tree): How {
  const gives = measureOf(tree)
  return fields<Price>()(
    {
      pounds: number(gives),
      a: exact,
      'look-up': exact,
      across,
      gives: exact,
      rate: exact,
      'straight-line': exact,
      'refer-to': words,
      rows: rows(
        fields<WithRows['rows'][number]>()({
          from: key,
          to: number('points'),
          give: { is: 'given', of: gives },
          band,
          'published-a-year': number('pounds a year'),
        }),
      ),
      give: about('rows', { is: 'given', of: gives }),
      beside,
      weight,
      'each-point-of': exact,
      'hours-a-week': number('hours a week'),
      'units-a-year': number('units a year'),
      entitlement: exact,
      quote: exact,
      'people-decide': { is: 'words', what: 'price' },
      for: forHowLong,
    },
    { forms: FORMS, silent: true },
  )
}

const FORMS = [
  'pounds',
  'look-up',
  'each-point-of',
  'hours-a-week',
  'units-a-year',
  'entitlement',
  'quote',
  'people-decide',
  'give',
]

function measureOf(tree: Tree): Measure {
  const [a, gives] = [textOf(tree, 'a'), textOf(tree, 'gives')]
  if (a !== '') return poundsA(a)
  switch (gives) {
    case 'hours a week':
    case 'hours a month':
    case 'units a year':
      return gives
    default:
      return poundsA(gives.replace(/^pounds (a|for) /, ''))
  }
}
