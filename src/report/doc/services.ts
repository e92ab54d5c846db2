import { capital, lower, or, spaced } from '../../explain/grammar.js'
import type { Written } from '../../load/table.js'
import type { Block } from '../page.js'
import { day, table } from './words.js'

/** The services, tier by tier: whether each can be part of a personal budget, how, from when, and from which money. */
export function serviceBlocks({ services = {}, lines }: Written): Block[] {
  const all = Object.values(services)
  const tiers = [...new Set(all.map(({ tier }) => tier))]
  return table(
    'Services, and how each can be part of a personal budget',
    ['Service', 'Tier', 'As a personal budget', 'Paid from'],
    tiers.flatMap((tier) =>
      all
        .filter((one) => one.tier === tier)
        .map((one) => [
          one.title,
          tier === undefined ? '' : spaced(tier),
          [
            one['may-be'] ? capital(or(one['may-be'])) : '',
            one['why-not'] === undefined ? '' : `No: ${lower(one['why-not'])}`,
            one.from === undefined ? '' : `from ${day(one.from)}`,
          ]
            .filter((text) => text !== '')
            .join(', '),
          (one.lines ?? []).map((id) => lines[id]?.title ?? id).join('; '),
        ]),
    ),
  )
}
