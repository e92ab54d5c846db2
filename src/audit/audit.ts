import { compare, type Finding, severity } from '../diagnostic.js'
import type { Plan } from '../load/plan.js'
import type { AllocationTable } from '../load/table.js'
import { must } from '../must.js'
import type { Principle, Verdict } from '../principle.js'
import { audited } from './audited.js'
import { type Cliff, cliffsOf } from './cliffs.js'
import { fair } from './fair.js'
import { auditLines, type LineAudit } from './lines.js'
import { outcomesFocused } from './outcomes.js'
import { participatory } from './participatory.js'
import { highestOf, lowest } from './points.js'
import { type Reaches, reachesOf } from './reachable.js'
import { simple } from './simple.js'
import { transparent } from './transparent.js'
import { upFront } from './up-front.js'

/** One of the six principles, and what speaks against it: every finding with its pointer into the table. */
export interface PrincipleAudit {
  readonly principle: Principle
  /** `breach` where one of the findings is an error, `concern` where one should be looked at, otherwise `upheld`. */
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
}

/**
 * What a group or score can come to, over all forms, in points. `exact`: each end is reached by some answers, and so is
 * every row that is not told of. `bound`: what hangs together was taken as if it did not, so that more may be counted in.
 */
export interface ScoreAudit {
  readonly score: string
  readonly at: string
  readonly reach: 'exact' | 'bound'
  readonly low: number
  readonly high: number
}

/** A table, tried against the six principles. Plain JSON; pointers lead into the table. */
export interface TableAudit {
  readonly format: 'ras.audit/1'
  readonly table: { readonly id: string; readonly version: string; readonly hash: string }
  readonly principles: readonly PrincipleAudit[]
  readonly lines: readonly LineAudit[]
  readonly scores: readonly ScoreAudit[]
  readonly cliffs: readonly Cliff[]
}

/**
 * Tries a table against the six agreed principles: what breaks one, what should be looked at, and the facts that a reader
 * of the table should know.
 *
 * It proves line by line that more need never means less, or gives two assessments that show the contrary; works out
 * which rows can be reached; confirms by a real case that nobody may agree a budget; and lists the largest cliffs, in
 * pence a year. Pure, and always the same for the same table. A table with nothing to say against it has six principles
 * upheld. `tries` is how often one line is worked out, at the most, in search of a fall: 4,000 if left out, and fewer
 * where many lines are searched.
 *
 * The principles are those of the SEND Pathfinder Information Pack on personal budgets (version 4).
 *
 * @throws TypeError when the table was not loaded by `loadTable` or `tableFromJson`.
 * @example auditTable(norfolk).lines // [{ line: 'short-breaks', at: '/lines/short-breaks', verdict: 'proven' }]
 */
export function auditTable(table: AllocationTable, options: { readonly tries?: number } = {}): TableAudit {
  const one = audited(table)
  const { plan } = one
  const reaches = reachesOf(plan)
  const lines = auditLines(plan, options.tries)
  const { id, version, hash } = plan
  return {
    format: 'ras.audit/1',
    table: { id, version, hash },
    principles: [
      verdictOn(1, outcomesFocused(one)),
      verdictOn(2, simple(one)),
      verdictOn(3, transparent(one)),
      verdictOn(4, upFront(one)),
      verdictOn(5, participatory(one)),
      verdictOn(6, [...lines.flatMap(({ findings }) => findings), ...fair(table, reaches)]),
    ],
    lines: lines.map(({ audit }) => audit),
    scores: plan.listed.map(({ index }) => scoreAudit(plan, index, reaches)),
    cliffs: cliffsOf(plan),
  }
}

/** The findings by place, so that the order in which a table is written changes nothing. */
function verdictOn(principle: Principle, found: readonly Finding[]): PrincipleAudit {
  const findings = [...found].sort((a, b) => compare(a.at, b.at) || compare(a.code, b.code))
  const breach = findings.some(({ code }) => severity(code) === 'error')
  return { principle, verdict: breach ? 'breach' : findings.length > 0 ? 'concern' : 'upheld', findings }
}

function scoreAudit(plan: Plan, index: number, reaches: Reaches): ScoreAudit {
  const { id, at, den, low, high } = must(plan.nodes[index])
  const byForm = must(reaches[index])
  const known = byForm.filter((reach) => reach !== null)
  const bounded = known.length < byForm.length || known.some(({ exact }) => !exact)
  return {
    score: id,
    at,
    reach: bounded ? 'bound' : 'exact',
    low: (bounded ? low : Math.min(...known.map(({ points }) => lowest(points)))) / den,
    high: (bounded ? high : Math.max(...known.map(({ points }) => highestOf(points)))) / den,
  }
}
