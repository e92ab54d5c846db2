import { scaled } from '../../decimal.js'
import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import type { LooseTable } from '../loose.js'
import { eachLeaf, type LooseCondition } from './walk.js'

const BOUNDS = ['from', 'above', 'up-to', 'below'] as const

const OTHER_PRICES = ['pounds', 'each-point-of', 'hours-a-week', 'units-a-year'] as const

/** A condition says by which bound or values it is met, can be met, and reads a row only of a line that has rows. */
export function checkBounds(table: LooseTable): Finding[] {
  return eachLeaf(table).flatMap(({ path, leaf }) => {
    const found: Finding[] = []
    const has = (word: string) => Object.hasOwn(leaf, word)
    if (['fact', 'score', 'line', 'total'].some(has)) {
      const bounded = BOUNDS.some(has)
      if (has('fact') ? has('is') === bounded : !bounded)
        found.push(finding('RAS106', pointer(path), { options: has('fact') ? ['is', ...BOUNDS] : BOUNDS }, 'key'))
    }
    if (isEmpty(leaf))
      found.push(
        finding('RAS307', pointer(path), { needs: 'a range that something can lie in', got: 'one that is empty' }),
      )
    const near = leaf['near-next-row']
    const price = near === undefined ? undefined : table.lines?.[near]?.price
    if (price && OTHER_PRICES.some((form) => price[form] !== undefined))
      found.push(
        finding('RAS307', pointer([...path, 'near-next-row']), {
          needs: 'a line that is looked up by points',
          got: 'one that is not',
        }),
      )
    return found
  })
}

/** Whether the bounds leave no number between them. */
function isEmpty(leaf: LooseCondition): boolean {
  const [from, above, upTo, below] = BOUNDS.map((word) => {
    const text = leaf[word]
    return text === undefined ? undefined : scaled(text, 2)
  })
  const low = Math.max(from ?? Number.NEGATIVE_INFINITY, above ?? Number.NEGATIVE_INFINITY)
  const high = Math.min(upTo ?? Number.POSITIVE_INFINITY, below ?? Number.POSITIVE_INFINITY)
  return low > high || (low === high && (above === low || below === high))
}
