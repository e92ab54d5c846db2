import { type AllocationTable, writtenOf } from '../../load/table.js'
import type { Block, Page } from '../page.js'
import { aboutBlocks, identityBlocks, madeWithBlocks, sourceBlocks } from './about.js'
import { challengeBlocks } from './challenge.js'
import { criteriaBlocks } from './criteria.js'
import { exampleBlocks } from './example.js'
import { factBlocks } from './facts.js'
import { lineBlocks } from './line.js'
import { localOfferBlocks } from './local-offer.js'
import { questionBlocks } from './questions.js'
import { rateBlocks } from './rates.js'
import { scoreBlocks } from './scores.js'
import { serviceBlocks } from './services.js'
import { section } from './words.js'

/**
 * A table as a page for families: what it is, how much is likely to be available, the questions and their points, an
 * invented example, and how to challenge a decision; then who agrees, the services, what else is asked, the questions a
 * Local Offer should answer, and the sources. Everything that the table says is on it, and nothing that it does not.
 *
 * What a table has no words for is left out, so a short table gives a short page. The same table gives the same page.
 *
 * @throws TypeError for a table that did not come from `loadTable` or `tableFromJson`.
 * @example asHtml(publishedTable(loadTable(text))) // '<!DOCTYPE html>…'
 */
export function publishedTable(table: AllocationTable): Page {
  const scheme = writtenOf(table)
  return {
    title: scheme.title,
    blocks: [
      ...aboutBlocks(scheme),
      ...amounts(scheme),
      ...section(2, 'The questions, and the points of each answer', questionBlocks(scheme)),
      ...section(2, 'How points are counted', scoreBlocks(scheme)),
      ...section(2, 'An invented example', exampleBlocks(table)),
      ...section(2, 'If you disagree', challengeBlocks(scheme)),
      ...criteriaBlocks(scheme),
      ...section(2, 'Services', serviceBlocks(scheme)),
      ...section(2, 'What is asked beside the questions', factBlocks(scheme)),
      ...section(2, 'Prices', rateBlocks(scheme)),
      ...section(2, 'Questions about personal budgets', localOfferBlocks(scheme)),
      ...section(2, 'Who made it', madeWithBlocks(scheme)),
      ...section(2, 'Where the figures come from', sourceBlocks(scheme)),
      ...section(2, 'Which table this is', identityBlocks(scheme)),
    ],
  }
}

/** The lines of each stream: the simple table of allocations. */
function amounts(scheme: ReturnType<typeof writtenOf>): Block[] {
  const several = Object.keys(scheme.streams).length > 1
  return Object.entries(scheme.streams).flatMap(([id, { title }]) =>
    section(
      2,
      `How much is likely to be available${several ? `: ${title}` : ''}`,
      Object.values(scheme.lines).flatMap((line) => (line.stream === id ? lineBlocks(line, scheme) : [])),
    ),
  )
}
