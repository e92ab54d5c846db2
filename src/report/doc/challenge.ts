import { spaced, stop } from '../../explain/grammar.js'
import type { Written } from '../../load/table.js'
import type { Block } from '../page.js'
import { list, paragraph, table } from './words.js'

/** What to do about a decision, by stream and kind of decision; and who gives free advice. */
export function challengeBlocks(scheme: Written): Block[] {
  const routes = Object.entries(scheme.streams).flatMap(([stream, { title }]) =>
    (scheme.challenge ?? []).flatMap((one) => (one.stream === stream ? [[title, one.about, one.route]] : [])),
  )
  const reviews = Object.entries(scheme.facts ?? {}).flatMap(([id, fact]) =>
    fact.is === 'decision' ? [`If ${fact.by} refuses (${spaced(id)}): ${stop(fact.review)}`] : [],
  )
  return [
    ...table('Where to go, by what the decision is about', ['Stream', 'About', 'What you can do'], routes),
    ...list(reviews),
    ...paragraph(scheme.advice ?? ''),
  ]
}
