import type { Tree } from '../oracle/tree.js'
import { acrossTree, cellCount, forEach, someCategories } from './categories.js'
import type { Pick } from './choices.js'
import { figure, type Gives, someGives, worthOf } from './given.js'
import { withoutGaps } from './header.js'
import { forTree } from './how-long.js'
import type { Category, KnownChoice, Scored } from './known.js'
import { hundredths, pounds, scaledUp } from './numbers.js'
import { dearest, factorsFor, type MadePrice, MOST, PLAIN, type PriceRoom } from './price.js'
import { bandText, referring, rising, rowStarts } from './rows.js'
import { words } from './words.js'

/** How often the published yearly figure counts the one in the row. */
const PUBLISHED: Readonly<Record<string, number>> = {
  'pounds a year': 1,
  'pounds a term': 3,
  'pounds a month': 12,
  'pounds for 4 weeks': 13,
}

/** So many cells a look up at the most. */
const MOST_CELLS = 36

/** A look-up by points, by points and categories, or a straight line between its rows. */
export function lookUp(room: PriceRoom, by: Scored): MadePrice {
  const { pick, size, facts } = room
  const gives = someGives(room)
  const across = room.categories.length > 0 && pick.chance(40) ? someCategories(pick, room.categories) : []
  const froms = rowStarts(pick, by, Math.max(1, Math.min(size.rows, Math.floor(MOST_CELLS / cellCount(across)))))
  const straight = froms.length > 1 && pick.chance(30)
  const how = factorsFor(room, gives.period, by.places < 4)
  const most = Math.max(1, dearest(by))
  const along = straight ? scaledUp(by.most, Math.max(2, by.places)) : 1
  const { rate, dear } = worthOf(room, gives, most * 100)
  const bounds = [(most * 100) / (dear * Math.max(1, how.top)), MOST / along / how.numerator / dear, 999_999_99]
  const top = Math.floor(Math.min(...bounds, gives.inPounds ? Infinity : 9999))
  const columns = columnsOf(pick, across, froms.length, top, straight)
  const bands = bandsFor(pick, facts.choice, froms.length)
  const rows = froms.map((from, index) => {
    let column = 0
    const cell = () => columns[column++]?.[index] ?? null
    const give = across.length > 0 ? null : cell()
    const written = across.length > 0 ? forEach(across, () => figure(pick, gives, cell())) : figure(pick, gives, give)
    return withoutGaps({
      ...row(pick, by, from, froms[index + 1]),
      give: written,
      band: bands.of(index),
      ...published(pick, gives, give),
    })
  })
  const figures = columns.flatMap((column) => column.flatMap((one) => one ?? []))
  const refers = columns.some((column) => column.includes(null))
  const tree = withoutGaps({
    'look-up': by.id,
    across: across.length > 0 ? acrossTree(pick, across) : undefined,
    gives: gives.gives,
    rate,
    'straight-line': straight ? 'yes' : undefined,
    'refer-to': refers ? words(pick) : undefined,
    rows,
    ...forTree(how),
  })
  const high = Math.ceil((Math.max(0, ...figures) * dear * Math.max(1, how.top)) / 100)
  const edges = gives.gives === 'pounds a year' ? figures.slice(0, 8) : []
  return { ...PLAIN, tree, high, by, isLookedUp: true, judgedBy: bands.judgedBy, edges }
}

/** For every cell of a row, its figures from row to row; null where people decide. */
function columnsOf(pick: Pick, across: readonly Category[], rows: number, top: number, straight: boolean) {
  return Array.from({ length: cellCount(across) }, () => {
    const figures = rising(pick, rows, top)
    const refers = referring(pick, rows, straight)
    return figures.map((figure, index) => (refers.has(index) ? null : figure))
  })
}

/** Bands of any name, or those that a worker may judge too. */
function bandsFor(pick: Pick, choices: readonly KnownChoice[], rows: number) {
  const judged = choices.filter(({ is }) => is === 'judged-band')
  const judgedBy = judged.length > 0 && pick.chance(50) ? pick.one(judged) : null
  const named = judgedBy && Array.from({ length: rows }, () => bandText(pick, pick.one(judgedBy.oneOf)))
  return { judgedBy, of: (row: number) => named?.[row] ?? (pick.chance(25) ? words(pick) : undefined) }
}

function row(
  pick: Pick,
  by: Scored,
  from: number,
  next: number | undefined,
): Readonly<Record<string, Tree | undefined>> {
  const isWhole = (by.places === 0 || by.isBrought) && next !== undefined && from % 100 === 0 && next % 100 === 0
  return { from: hundredths(pick, from), to: isWhole && pick.chance(25) ? hundredths(pick, next - 100) : undefined }
}

function published(pick: Pick, { gives }: Gives, give: number | null): { readonly 'published-a-year'?: Tree } {
  const often = PUBLISHED[gives]
  return often && give !== null && pick.chance(20) ? { 'published-a-year': pounds(pick, give * often) } : {}
}
