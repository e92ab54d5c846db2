import type { Written } from '../../load/table.js'
import {
  about,
  condition,
  exact,
  fields,
  type How,
  key,
  named,
  names,
  number,
  sentences,
  textOf,
  words,
} from './how.js'
import { poundsA, price } from './price-how.js'

type Line = Written['lines'][string]
type Change = NonNullable<Line['changes']>[number]
type Ways = NonNullable<Line['ways']>
type Rate = NonNullable<Written['rates']>[string]

/** A year's pounds. */
const pounds = number('pounds a year')

const keeps: How = {
  is: 'list',
  of: fields<NonNullable<Ways['locked']>['keeps'][number]>()({ from: key, 'per-cent': number('per cent') }),
  key: (item) => textOf(item, 'from'),
  label: (from) => `kept from ${from}`,
  ordered: false,
  moves: 'a day',
}

const change = fields<Change>()(
  {
    name: key,
    why: words,
    source: exact,
    when: condition,
    uplift: fields<Extract<Change, { readonly uplift: unknown }>['uplift']>()(
      { 'per-cent': number('per cent'), pounds },
      { forms: ['per-cent', 'pounds'] },
    ),
    'area-factor': fields<Extract<Change, { readonly 'area-factor': unknown }>['area-factor']>()({
      fact: exact,
      times: named('area', number('times')),
    }),
    times: number('times'),
    add: pounds,
    subtract: pounds,
    'other-package': exact,
    'per-cent': number('per cent'),
    'at-most': pounds,
    'at-least': pounds,
    protect: exact,
    against: exact,
    keeps,
    nearest: number('pounds'),
  },
  {
    forms: [
      'uplift',
      'area-factor',
      'times',
      'add',
      'subtract',
      'other-package',
      'at-most',
      'at-least',
      'protect',
      'nearest',
    ],
  },
)

const changes: How = {
  is: 'list',
  of: change,
  key: (item) => textOf(item, 'name'),
  label: (name) => `the change ${name}`,
  ordered: true,
  moves: null,
}

const legalBasis: How = {
  is: 'list',
  of: fields<NonNullable<Line['legal-basis']>[number]>()({ 'from-age': key, says: words }),
  key: (item) => textOf(item, 'from-age') || '0',
  label: (age) => (age === '0' ? 'the law from birth' : `the law from age ${age}`),
  ordered: false,
  moves: 'years',
}

const ways = fields<Ways>()({
  'may-be': names,
  'why-not': words,
  consent: sentences,
  'may-not-buy': sentences,
  ask: words,
  contingency: fields<Ways['contingency']>()({ 'per-cent': number('per cent'), for: words, 'at-year-end': words }),
  locked: fields<Ways['locked']>()({ in: words, keeps }),
})

const line = fields<Line>()(
  {
    title: words,
    stream: exact,
    outcome: exact,
    source: about('sources', exact),
    tier: exact,
    'amount-is': about('price', exact),
    when: condition,
    gate: exact,
    price: about('price', price),
    provides: about('price', price),
    changes: about('changes', changes),
    'part-year': about(
      'price',
      fields<Line['part-year']>()(
        { start: exact, end: exact, 'year-from': exact, in: exact, terms: exact, 'out-of': number('a number') },
        { forms: ['start', 'terms'] },
      ),
    ),
    'paid-by': about(
      'funders',
      fields<Line['paid-by']>()(
        {
          all: exact,
          'per-cent': named('the part of', number('per cent')),
          first: pounds,
          by: exact,
          'then-by': exact,
        },
        { forms: ['all', 'per-cent', 'first'] },
      ),
    ),
    ways: about('ways', ways),
    'legal-basis': about('ways', legalBasis),
  },
  { forms: ['price', 'provides'] },
)

const rate: How = {
  is: 'depends',
  on: (tree) =>
    fields<Rate>()({
      pounds: number(poundsA(textOf(tree, 'per'))),
      per: exact,
      'weeks-a-year': number('a number'),
      source: about('sources', exact),
      from: exact,
      'also-published': fields<Rate['also-published']>()({ term: number('pounds a term'), year: pounds }),
    }),
}

const service = fields<NonNullable<Written['services']>[string]>()({
  title: words,
  tier: exact,
  lines: names,
  'may-be': names,
  'why-not': words,
  from: exact,
})

type Part = 'rates' | 'lines' | 'services' | 'streams' | 'outcomes' | 'funders'

/** What pays, for what, from whom. */
export const MONEY: { readonly [K in Part]: How } = {
  lines: about('lines', named('', line)),
  rates: about('rates', named('rate', rate)),
  streams: about('streams', named('stream', fields<Written['streams'][string]>()({ title: words, law: exact }))),
  outcomes: about('streams', named('outcome', words)),
  funders: about('funders', named('funder', words)),
  services: about('ways', named('service', service)),
}
