import type { Step } from '../allocate/step.js'
import type { LinePlan, Plan } from '../load/plan.js'
import { readsOfLine } from './reads.js'
import type { Tried } from './tried.js'

/**
 * The place in the table where the needier case first gets less than the other: the condition that closed the line, the
 * score that fell, the row or category, or the change.
 */
export function fallsAt(plan: Plan, line: LinePlan, less: Tried, more: Tried): string {
  const closed = more.line.steps.find((step) => step.op === 'when' && !step.met)
  if (closed) return closed.at
  const steps = more.line.steps
  for (const [i, step] of steps.entries()) {
    const before = less.line.steps[i]
    if (!before || worth(less, before) <= worth(more, step)) continue
    return (pointsFell(less, more) ? fallenScore(plan, line, less, more) : null) ?? step.at
  }
  return line.at
}

/** What a line comes to at a step; one that gives hours comes to them at its price. */
function worth({ line }: Tried, step: Step): number {
  if (!('after' in step)) return 0
  return step.after ?? line.provides?.quantity ?? Number.POSITIVE_INFINITY
}

/** Whether the needier case has fewer of the points that price the line. */
function pointsFell(less: Tried, more: Tried): boolean {
  return (pointsOf(more) ?? 0) < (pointsOf(less) ?? 0)
}

function pointsOf({ line }: Tried): number | null {
  for (const step of line.steps) {
    if ('points' in step) return step.points
    if (step.op === 'flat') return step.weight?.points ?? null
  }
  return null
}

/** The first score that fell, of those that the line hangs on; what it is made of did not fall before it. */
function fallenScore(plan: Plan, line: LinePlan, less: Tried, more: Tried): string | null {
  const { nodes } = readsOfLine(plan, line)
  const fallen = plan.nodes.find(({ index }) => nodes.has(index) && (more.nodes[index] ?? 0) < (less.nodes[index] ?? 0))
  return fallen?.at ?? null
}
