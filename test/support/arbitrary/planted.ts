import type * as fc from 'fast-check'
import { type AllocationTable, loadTable } from '../../../src/index.js'
import { entries, has } from '../oracle/tree.js'
import { fromChoices, type Pick } from './choices.js'
import type { TableTree } from './known.js'
import { plantFall } from './planted-fall.js'
import { plantGap } from './planted-gap.js'
import { plantRow } from './planted-row.js'
import { put } from './planted-tree.js'
import { makeTable } from './table.js'
import { tableText } from './text.js'

/** A table with one fault more than it had, and where: a table that is otherwise valid. */
export interface Planted {
  readonly kind: string
  readonly table: TableTree
  readonly codes: readonly string[]
  /** Where it must be told: any of these places. */
  readonly at: readonly string[]
  readonly principle: number
}

/** What is planted in: a generated valid table, as it is written and as it was loaded. */
export interface Ground {
  readonly pick: Pick
  readonly table: TableTree
  readonly loaded: AllocationTable
}

type Plant = (ground: Ground) => Planted | null

const KINDS: readonly Plant[] = [plantLimit, plantFall, plantRow, plantSource, plantGap, plantTwice]
export const KIND_COUNT = KINDS.length

/** Random valid tables with one of six faults in each; where one cannot be planted, the next one is. */
export function arbitraryPlanted(): fc.Arbitrary<Planted> {
  return fromChoices((pick) => {
    const table = makeTable(pick)
    const ground = { pick, table, loaded: loadTable(tableText(table)) }
    const first = pick.int(0, KINDS.length - 1)
    for (let i = 0; i < KINDS.length; i++) {
      const planted = KINDS[(first + i) % KINDS.length]?.(ground)
      if (planted) return planted
    }
    throw new RangeError('no fault could be planted, not even a missing source')
  })
}

/** A score that is limited, multiplied or weighed and does not say why. */
function plantLimit({ pick, table }: Ground): Planted | null {
  const summed = entries(table, 'scores').filter(([, score]) => !has(score, 'brought'))
  if (summed.length === 0) return null
  const [id, score] = pick.one(summed)
  const words = ['weight', 'at-most'].filter((word) => has(score, word))
  const word = words[0] ?? 'at-most'
  const silent = put(table, ['scores', id, 'why'], undefined)
  return {
    kind: 'a silent limit',
    table: words.length > 0 ? silent : put(silent, ['scores', id, 'at-most'], '999999'),
    codes: ['RAS831'],
    at: [`/scores/${id}/${word}`],
    principle: 3,
  }
}

/** An amount without the document that it comes from. */
function plantSource({ pick, table }: Ground): Planted {
  const priced = ['lines', 'rates'].flatMap((part) => entries(table, part).map(([id]) => [part, id] as const))
  const [part, id] = pick.one(priced)
  return {
    kind: 'a missing source',
    table: put(table, [part, id, 'source'], undefined),
    codes: ['RAS102'],
    at: [`/${part}/${id}`],
    principle: 3,
  }
}

/** A top-up of which the school pays a first sum again. */
function plantTwice({ pick, table }: Ground): Planted {
  const [id] = pick.one(entries(table, 'lines'))
  const top = put(
    put(table, ['streams', 'the-school'], { title: 'School', law: 'education' }),
    ['funders', 'a-school'],
    'A',
  )
  const moved = put(put(top, ['lines', id, 'stream'], 'the-school'), ['lines', id, 'amount-is'], 'top-up')
  const paid = { first: '6000.00', by: 'a-school', 'then-by': 'the-council' }
  return {
    kind: 'the first £6,000 deducted twice',
    table: put(put(moved, ['funders', 'the-council'], 'B'), ['lines', id, 'paid-by'], paid),
    codes: ['RAS306'],
    at: [`/lines/${id}/paid-by/first`],
    principle: 6,
  }
}
