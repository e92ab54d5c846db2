import { scaled } from '../../decimal.js'
import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import type { LooseTable } from '../loose.js'
import { eachLeaf, type LooseCondition, type LoosePrice, type Path } from './walk.js'

const BOUNDS = ['from', 'above', 'up-to', 'below'] as const

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
    if (isEmpty(leaf)) found.push(misfit(path, 'a range that something can lie in', 'one that is empty'))
    const near = leaf['near-next-row']
    if (near !== undefined && priceOf(table, near) && priceOf(table, near)?.['look-up'] === undefined)
      found.push(misfit([...path, 'near-next-row'], 'a line that is looked up by points', 'one that is not'))
    const banded = leaf['differs-from']
    const price = banded === undefined ? undefined : priceOf(table, banded)
    if (price && !hasBands(price))
      found.push(misfit([...path, 'differs-from'], 'a line whose every row has a band', 'one without'))
    const figure = leaf.line === undefined ? undefined : table.lines?.[leaf.line]
    if (figure?.provides)
      found.push(misfit([...path, 'line'], 'a line that gives pounds', 'one that provides hours or units'))
    return found
  })
}

function misfit(path: Path, needs: string, got: string): Finding {
  return finding('RAS307', pointer(path), { needs, got })
}

function priceOf(table: LooseTable, line: string): LoosePrice | undefined {
  return table.lines?.[line]?.price ?? table.lines?.[line]?.provides
}

/** Whether every row of a look up, or of the bands beside a judged band, has a band. */
function hasBands({ beside, rows }: LoosePrice): boolean {
  if (beside) return true
  return rows?.every((row) => row === undefined || Object.hasOwn(row, 'band')) ?? false
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
