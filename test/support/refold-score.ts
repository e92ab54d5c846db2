import { Decimal } from 'decimal.js'
import type { ScoreStep } from '../../src/index.js'

/** Works out the points after each step of a score from what stands in the step itself, exactly. */
export function refoldScore(steps: readonly ScoreStep[]): number[] {
  const Exact = Decimal.clone({ precision: 60 })
  const sum = (all: readonly Decimal.Value[]) => all.reduce<Decimal>((so, one) => so.plus(one), new Exact(0))
  let before = new Exact(0)
  return steps.map((step) => {
    before = one(step)
    return before.toNumber()
  })

  function one(step: ScoreStep): Decimal {
    switch (step.op) {
      case 'points':
        return sum(step.points)
      case 'per-cent':
        return sum(step.points.map((points, i) => new Exact(points).times(step.perCent[i] ?? '0').div(100)))
      case 'highest':
        return new Exact(step.points[step.of.indexOf(step.highest)] ?? 0)
      case 'brought':
        return new Exact(step.points)
      case 'weight':
      case 'times':
        return before.times(step.factor)
      case 'at-most':
        return Decimal.min(before, step.limit)
    }
  }
}
