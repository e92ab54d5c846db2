import type { Assessment } from '../../../src/score/needs.js'
import { readCase } from './case.js'
import { agreedBy, flags } from './flags.js'
import { asNumber } from './fraction.js'
import { worked } from './line.js'
import { points, scoreNames } from './points.js'
import type { OracleBudget } from './result.js'
import { allShares, total } from './totals.js'
import { entries, inOrder } from './tree.js'

/**
 * Works a budget out a second time, in exact fractions and straight from the table as written, sharing nothing with the
 * library but the names of its types. Slow and plain on purpose: where the two disagree, one of them is wrong.
 *
 * Both arguments are known to be valid; nothing is checked here.
 */
export function oracle(table: unknown, assessment: Assessment): OracleBudget {
  const c = readCase(table, assessment)
  const all = entries(table, 'lines')
    .map(([id, line]) => worked(c, id, line))
    .sort((a, b) => inOrder(a.line.stream, b.line.stream) || inOrder(a.line.id, b.line.id))
  const lines = all.map(({ line }) => line)
  const raised = flags(c, all)
  return {
    scores: scoreNames(table).map((id) => ({ id, points: asNumber(points(c, id)) })),
    lines,
    streams: [...new Set(lines.map(({ stream }) => stream))].map((stream) => ({
      stream,
      ...total(lines.filter((line) => line.stream === stream)),
    })),
    total: total(lines),
    funders: allShares(lines, (line) => line.funders),
    outcomes: allShares(lines, (line) => line.outcomes),
    flags: raised,
    agreedBy: agreedBy(c, raised),
  }
}
