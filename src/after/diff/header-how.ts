import type { Written } from '../../load/table.js'
import { about, exact, fields, type How, key, named, number, sentences, textOf, words } from './how.js'

type Header = Omit<
  Written,
  'facts' | 'questions' | 'scores' | 'rates' | 'lines' | 'flags' | 'services' | 'streams' | 'outcomes' | 'funders'
>

const source = fields<Written['sources'][string]>()({
  title: words,
  url: exact,
  retrieved: exact,
  clause: words,
  note: words,
})

const challenge: How = {
  is: 'list',
  of: fields<NonNullable<Written['challenge']>[number]>()({ stream: key, about: key, route: words }),
  key: (item) => `${textOf(item, 'stream')}: ${textOf(item, 'about')}`,
  label: (key) => `how to challenge ${key}`,
  ordered: false,
  moves: null,
}

const form = fields<NonNullable<Written['forms']>[string]>()({
  title: words,
  'from-age': number('years'),
  'below-age': number('years'),
  'not-scored-below': number('years'),
  'refer-to': words,
})

/** What stands above the ten words. */
export const HEADER: { readonly [K in keyof Header]-?: How } = {
  format: about('identity', exact),
  id: about('identity', exact),
  version: about('dates', exact),
  title: { is: 'words', what: 'identity' },
  authority: { is: 'words', what: 'identity' },
  provenance: about('identity', exact),
  status: about('identity', exact),
  'in-force': about('dates', fields<Written['in-force']>()({ from: exact, to: exact })),
  supersedes: about('dates', fields<Written['supersedes']>()({ id: exact, version: exact })),
  rounding: about('price', exact),
  sources: about('sources', named('source', source)),
  'co-production': about('sources', fields<Written['co-production']>()({ with: sentences, record: words })),
  challenge: about('routes', challenge),
  advice: words,
  forms: about('questions', named('form', form)),
}
