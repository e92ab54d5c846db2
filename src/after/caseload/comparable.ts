import type { BudgetLine, IndicativeBudget } from '../../allocate/budget.js'
import { compare } from '../../diagnostic.js'
import type { Plan } from '../../load/plan.js'
import type { BeforeAfter } from './caseload-diff.js'

/** A line of one table or of both, by its place among the lines of each; −1 where the table does not have it. */
export interface LinePair {
  readonly id: string
  readonly title: string
  readonly old: number
  readonly new: number
}

/** The lines of two tables, by id. A line that both have is called as the later one calls it. */
export function linePairs(earlier: Plan, later: Plan): readonly LinePair[] {
  const place = ({ lines }: Plan, id: string) => lines.findIndex((line) => line.id === id)
  const titles = new Map([...earlier.lines, ...later.lines].map(({ id, title }) => [id, title]))
  return [...titles]
    .map(([id, title]) => ({ id, title, old: place(earlier, id), new: place(later, id) }))
    .sort((a, b) => compare(a.id, b.id))
}

/** What can be compared of one case, and what had to be left out. */
export interface Compared extends BeforeAfter {
  /** How many lines are open, or money by one table and hours by the other, and what is settled of them. */
  readonly leftOut: BeforeAfter & { readonly lines: number }
}

/** What becomes of the lines of a case, one by one. */
export interface Lines {
  readonly compared: (pair: LinePair, figures: BeforeAfter) => void
  readonly leftOut: (pair: LinePair) => void
}

/** Adds up the lines that can be compared, and hands out every line. */
export function comparedBy(
  pairs: readonly LinePair[],
  old: IndicativeBudget,
  by: IndicativeBudget,
  each: Lines,
): Compared {
  let [before, after, lines, lostBefore, lostAfter] = [0, 0, 0, 0, 0]
  for (const pair of pairs) {
    const [one, other] = [worthOf(old.lines[pair.old]), worthOf(by.lines[pair.new])]
    if (one.is === 'open' || other.is === 'open' || isMixed(one, other)) {
      lines++
      lostBefore += one.pence
      lostAfter += other.pence
      each.leftOut(pair)
      continue
    }
    before += one.pence
    after += other.pence
    each.compared(pair, { before: one.pence, after: other.pence })
  }
  return { before, after, leftOut: { lines, before: lostBefore, after: lostAfter } }
}

/** What a line counts for, in pence where it is settled money. */
interface Worth {
  readonly is: 'nothing' | 'money' | 'hours' | 'open'
  readonly pence: number
}

const NOTHING: Worth = { is: 'nothing', pence: 0 }
const HOURS: Worth = { is: 'hours', pence: 0 }
const OPEN: Worth = { is: 'open', pence: 0 }

function worthOf(line: BudgetLine | undefined): Worth {
  if (!line) return NOTHING
  switch (line.amount.state) {
    case 'settled':
      return { is: 'money', pence: line.amount.pence }
    case 'provides':
      return line.amount.quantity === 0 ? NOTHING : HOURS
    case 'refused':
      return NOTHING
    case 'waiting':
    case 'refer':
    case 'by-setting':
      return OPEN
  }
}

/** Whether one is money and the other hours, so that nobody can say which is more. */
function isMixed(one: Worth, other: Worth): boolean {
  return (one.is === 'hours' && other.is === 'money') || (one.is === 'money' && other.is === 'hours')
}

/** Whether people decide a line. */
export function isReferred(line: BudgetLine | undefined): boolean {
  return line?.amount.state === 'refer'
}

/** The band that the points or a category choose for a line, and the points from which it begins; null where there is none. */
export function bandIn({ neighbours, steps }: BudgetLine): { readonly name: string; readonly from: number } | null {
  if (neighbours) {
    const { band, from } = neighbours.row
    return { name: band ?? `from ${from} points`, from }
  }
  for (const step of steps)
    if (step.op === 'category') return { name: step.keys.map((key) => key.is).join(', '), from: 0 }
  return null
}
