import { type CellEncoding, encodeCells } from '../../caseload/sheet/encode-cells.js'
import type { SheetFault } from '../../caseload/sheet/fault.js'
import type { Heading } from '../../caseload/sheet/headings.js'
import type { Plan } from '../../load/plan.js'
import { BLOCK, type Block, MOST_VALUES, type RowTrouble } from './block.js'
import { type CellCache, cellCache, codeOf } from './cell-cache.js'
import type { TakeCell } from './scan-row.js'

/** The columns of a sheet. */
export interface Columns {
  /** The names of the columns, as they are written. */
  readonly names: readonly string[]
  /** What they hold; null for columns that are not read. */
  readonly headings: readonly (Heading | null)[]
}

/** A sheet of CSV whose columns are known. */
export interface Sheet extends Columns {
  readonly separator: number
}

/** A block that is being filled, row by row. */
export interface Filling<B = Block> {
  /** Takes a cell of the row at hand. */
  readonly cell: TakeCell
  /** The row at hand is a case. */
  readonly keep: (row: number) => void
  /** The row at hand is no case. */
  readonly tell: (row: number, column: string, fault: SheetFault) => void
  readonly blank: () => void
  readonly isFull: () => boolean
  /** The block, which then begins anew. */
  readonly take: () => B
}

/** Every so many rows it is seen whether too much is remembered: a row may be a mebibyte. */
const FEW = 64

export function fillFromCells({ headings }: Pick<Columns, 'headings'>, plans: readonly Plan[]): Filling {
  const cells = headings.map(() => new Uint32Array(BLOCK))
  const rows = new Uint32Array(BLOCK)
  const caseAt = headings.findIndex((heading) => heading?.path === 'case')
  let encoding = encodeCells(headings, plans, BLOCK)
  let caches = cachesOf(encoding)
  let cases: string[] = []
  let troubles: RowTrouble[] = []
  let [n, blank] = [0, 0]
  // Of a row that stops short before its reference, the reference of the row before must not stay.
  let reference = ''
  return {
    cell: (place, bytes, from, to, hash) => {
      const cache = caches[place]
      const column = cells[place]
      if (cache && column) column[n] = codeOf(cache, bytes, from, to, hash)
      else if (place === caseAt) reference = bytes.toString('utf8', from, to)
    },
    keep: (row) => {
      rows[n] = row
      cases[n++] = reference
      reference = ''
    },
    tell: (row, column, fault) => {
      troubles.push({ is: 'sheet', row, case: reference, column, fault })
      reference = ''
    },
    blank: () => {
      blank++
    },
    isFull: () => {
      const rows = n + troubles.length
      return rows >= BLOCK || (rows % FEW === FEW - 1 && encoding.size() > MOST_VALUES)
    },
    take: () => {
      const block: Block = {
        ...{ n, rows, cases, troubles, blank },
        dictionary: encoding.dictionary,
        codes: encoding.inputs(cells, n),
      }
      if (encoding.size() > MOST_VALUES) {
        encoding = encodeCells(headings, plans, BLOCK)
        caches = cachesOf(encoding)
      }
      ;[n, blank, cases, troubles] = [0, 0, [], []]
      return block
    },
  }
}

function cachesOf({ columns }: CellEncoding): readonly (CellCache | null)[] {
  return columns.map((codes) => (codes ? cellCache(codes) : null))
}
