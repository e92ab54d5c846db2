import type { Assessment } from '../../../src/score/needs.js'
import { type Case, readCase } from './case.js'
import { agreedBy, flags } from './flags.js'
import { asNumber } from './fraction.js'
import type { Worked } from './line.js'
import { points, scoreNames } from './points.js'
import type { OracleBudget, OracleSums } from './result.js'
import { bySetting, differing, sideBySide, workedLines } from './settings.js'
import { allShares, byTier, manageable, total } from './totals.js'
import { at, entries, has, items } from './tree.js'

/**
 * Works a budget out a second time, in exact fractions and straight from the table as written, sharing nothing with the
 * library but the names of its types. Slow and plain on purpose: where the two disagree, one of them is wrong.
 *
 * Both arguments are known to be valid; nothing is checked here.
 */
export function oracle(table: unknown, assessment: Assessment): OracleBudget {
  const c = readCase(table, assessment)
  const settings = bySetting(c)
  const all = settings.length > 0 ? sideBySide(settings) : workedLines(c)
  const lines = all.map(({ line }) => line)
  const apart = differing(settings)
  return {
    date: isPhased(table) ? c.date : null,
    scored: c.scored,
    scores: c.scored ? scoreNames(table).map((id) => ({ id, points: asNumber(points(c, id)) })) : [],
    lines,
    ...sums(c, all),
    funders: allShares(lines, (line) => line.funders),
    outcomes: allShares(lines, (line) => line.outcomes),
    tiers: byTier(table, lines),
    manageable: manageable(table, lines),
    flags: flags(c, all),
    settings: settings.map((one) => ({
      setting: one.setting,
      lines: apart.flatMap((index) => one.all[index]?.line ?? []),
      ...sums(one.c, one.all),
    })),
  }
}

/** Whether anything on a line is phased out, so that the day counts. */
function isPhased(table: unknown): boolean {
  return entries(table, 'lines').some(([, line]) => {
    const locked = at(line, 'ways', 'locked') !== undefined && !has(line, 'provides')
    return locked || items(line, 'changes').some((change) => has(change, 'keeps'))
  })
}

function sums(c: Case, all: readonly Worked[]): OracleSums {
  const lines = all.map(({ line }) => line)
  return {
    streams: [...new Set(lines.map(({ stream }) => stream))].map((stream) => ({
      stream,
      ...total(
        c.table,
        lines.filter((line) => line.stream === stream),
      ),
    })),
    total: total(c.table, lines),
    agreedBy: agreedBy(c, flags(c, all)),
  }
}
