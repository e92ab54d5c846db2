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
  /** How many lines are open by one table or by both, and what is settled of them. */
  readonly leftOut: BeforeAfter & { readonly lines: number }
}

/** Adds up the lines that neither table has open, and hands out each of them. */
export function comparedBy(
  pairs: readonly LinePair[],
  old: IndicativeBudget,
  by: IndicativeBudget,
  each: (pair: LinePair, figures: BeforeAfter) => void,
): Compared {
  let [before, after, lines, lostBefore, lostAfter] = [0, 0, 0, 0, 0]
  for (const pair of pairs) {
    const [one, other] = [counted(old.lines[pair.old]), counted(by.lines[pair.new])]
    if (one === null || other === null) {
      lines++
      lostBefore += one ?? 0
      lostAfter += other ?? 0
      continue
    }
    before += one
    after += other
    each(pair, { before: one, after: other })
  }
  return { before, after, leftOut: { lines, before: lostBefore, after: lostAfter } }
}

/** What a line counts for: nothing where it is not there, refused or no money; null while it is open. */
function counted(line: BudgetLine | undefined): number | null {
  if (!line || line.provides) return 0
  switch (line.amount.state) {
    case 'settled':
      return line.amount.pence
    case 'refused':
    case 'provides':
      return 0
    case 'waiting':
    case 'refer':
    case 'by-setting':
      return null
  }
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
