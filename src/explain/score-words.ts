import type { Written } from '../load/table.js'
import type { ScoreResult, ScoreStep } from '../score/needs.js'
import { and, capital, lower, spaced } from './grammar.js'
import { weighed } from './working-words.js'

/** One score on one line: what it is made of and what it comes to. */
export function score({ id, points: total, steps }: ScoreResult, table: Written): string {
  const why = table.scores?.[id]
  const because = why && 'why' in why && why.why !== undefined && altered(steps) ? ` (${lower(why.why)})` : ''
  return `${capital(spaced(id))} ${total}${steps.map((step, i) => scoreStep(step, i > 1, table)).join('')}${because}`
}

/** Whether a factor or a limit made a difference. */
function altered(steps: readonly ScoreStep[]): boolean {
  return steps.some((step) => 'before' in step && step.before !== step.after)
}

/** `shown`: the step before has said already what it came to. */
function scoreStep(step: ScoreStep, shown: boolean, table: Written): string {
  const listed = (of: readonly string[], values: readonly number[], suffix: (i: number) => string) =>
    of
      .flatMap((name, i) => ((values[i] ?? 0) === 0 ? [] : [`${spaced(name)} ${values[i] ?? 0}${suffix(i)}`]))
      .join(' + ') || 'no points'
  switch (step.op) {
    case 'brought':
      return ', scored on the council’s own form'
    case 'points':
      return ` = ${listed(step.of, step.points, () => '')}`
    case 'per-cent':
      return ` = ${listed(step.of, step.points, (i) => (step.perCent[i] === '100' ? '' : ` × ${step.perCent[i]}%`))}`
    case 'highest':
      return `: the highest of ${and(step.of.map((name, i) => `${spaced(name)} ${step.points[i] ?? 0}`))}`
    case 'weight':
      return `, × ${weighed(step, table)} = ${step.after}`
    case 'times':
      return `, × ${step.factor} = ${step.after}`
    case 'at-most':
      if (step.before <= step.limit) return ''
      return `, which ${shown ? '' : `is ${step.before} and `}counts at most ${step.limit}`
  }
}
