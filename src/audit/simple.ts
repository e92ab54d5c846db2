import { type Finding, finding } from '../diagnostic.js'
import { gridsOf } from '../load/compile/reads.js'
import { pointer } from '../pointer.js'
import type { Audited } from './audited.js'

/**
 * The most of each thing that a person can still read. Each is a little above the largest that a real scheme was seen
 * to need: 40 questions on a form, six levels a question (the ten domains of continuing care), 22 rows (Herefordshire’s
 * matrix). The first scheme of its kind fitted on one side of A4.
 */
export const LIMITS = Object.freeze({
  /** On one form. */
  questions: 40,
  /** Of one question, over all its kinds. */
  levels: 12,
  scores: 20,
  lines: 15,
  /** Of one line. */
  changes: 6,
  /** Of one look up. */
  rows: 30,
  flags: 25,
})

/** Principle 2, simple: what is over the limits of a table that can be read at a sitting. */
export function simple({ plan, written }: Audited): Finding[] {
  const found: Finding[] = []
  const over = (count: number, most: number, what: string, of: string | null, at: string) => {
    if (count > most) found.push(finding('RAS821', at, { what, of, count, most }, 'key'))
  }
  for (const [form, { asks }] of plan.forms.size === 0 ? [[null, plan.formless] as const] : plan.forms)
    over(
      asks.filter((asked) => asked).length,
      LIMITS.questions,
      'questions',
      form,
      form === null ? '/questions' : pointer(['forms', form]),
    )
  for (const { id, at, levels } of plan.questions) over(levels.size, LIMITS.levels, 'levels', id, at)
  over(Object.keys(written.scores ?? {}).length, LIMITS.scores, 'scores', null, '/scores')
  over(plan.lines.length, LIMITS.lines, 'lines', null, '/lines')
  for (const { id, at, changes, price } of plan.lines) {
    over(changes.length, LIMITS.changes, 'changes', id, `${at}/changes`)
    for (const { rows } of gridsOf(price)) over(rows.length, LIMITS.rows, 'rows', id, price.at)
  }
  over(plan.flags.length, LIMITS.flags, 'flags', null, '/flags')
  return found
}
