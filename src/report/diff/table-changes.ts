import { type TableDiff, TOPICS, type Topic } from '../../after/diff/change.js'
import type { Block } from '../page.js'
import { changeInWords } from './change-words.js'

/**
 * What a later table says otherwise, for councillors and finance officers: money first, words last. Of each change a
 * sentence; tables that say the same have one sentence in all.
 */
export function changesAsBlocks(diff: TableDiff): readonly Block[] {
  const { earlier, later, sameScheme, onlyWriting, changes } = diff
  const said: Block[] = [
    ...(sameScheme
      ? []
      : [
          paragraph(
            `These are two schemes: ${earlier.id} before, ${later.id} now. Only what has the same name is compared.`,
          ),
        ]),
    ...(changes.length === 0 ? [paragraph(onlyWriting ? ONLY_WRITING : NOTHING)] : []),
  ]
  return [
    ...said,
    ...TOPICS.flatMap((topic): readonly Block[] => {
      const of = changes.filter(({ what }) => what === topic)
      if (of.length === 0) return []
      return [
        { is: 'heading', level: 3, text: HEADING[topic] },
        { is: 'list', items: of.map(changeInWords) },
      ]
    }),
  ]
}

const NOTHING = 'Both tables say the same.'
const ONLY_WRITING =
  'Both tables say the same: only the way they are written differs, such as 500 for 500.00. No figure can change by it.'

/** What stands under each heading. Every topic has its place. */
const HEADING: { readonly [T in Topic]: string } = {
  lines: 'Lines of the budget',
  price: 'How lines are priced',
  rows: 'Amounts in rows and bands',
  rates: 'Prices of a unit',
  changes: 'Changes to lines: rises, limits, protection',
  funders: 'Who pays',
  questions: 'Questions and forms',
  points: 'Points',
  facts: 'Facts that are asked',
  scores: 'Scores',
  flags: 'Flags and who agrees',
  ways: 'Ways to manage it, law and services',
  streams: 'Streams and outcomes',
  routes: 'How to challenge',
  identity: 'The scheme',
  dates: 'Dates and versions',
  sources: 'Sources',
  words: 'Words only',
}

function paragraph(text: string): Block {
  return { is: 'paragraph', text }
}
