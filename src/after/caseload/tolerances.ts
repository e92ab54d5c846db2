import { type Finding, finding } from '../../diagnostic.js'
import { percentage } from '../percentage.js'
import type { CaseChange, CaseloadDiff } from './caseload-diff.js'
import { byLoss, byPart } from './groups.js'
import { isOver, type Limit, type Limits, visibly } from './limits.js'
import { pounds, signedPounds } from './pounds.js'

/** The most cases that are told of one limit. */
const MOST_TOLD = 200

/** What is over a limit, and how many more cases are over it than are told. */
export interface Tolerances {
  readonly findings: readonly Finding[]
  readonly leftOut: { readonly losers: number; readonly unreadable: number }
}

/**
 * Says where a comparison goes beyond what was agreed: the total (RAS911), what of it is open now (RAS915), single cases
 * (RAS912), referrals (RAS913), and whenever there is any limit, cases that only one of the tables can work out (RAS914) or
 * that there is none for both (RAS916). Pure, exact, whole pence. Each finding stands at the later table's version. Without
 * a limit nothing is found.
 *
 * Where there was nothing before, any change of the total is more than any percentage. Of single cases at most
 * 200 are told: those that lose most first, and those that cannot be worked out by reference.
 *
 * @example checkTolerances(diff, { totalChange: { of: 'per-cent', text: '0.5%', size: 5000 } }).findings[0]?.code // 'RAS911'
 */
export function checkTolerances(diff: CaseloadDiff, { totalChange, loss, newlyReferred }: Limits): Tolerances {
  if (!totalChange && !loss && !newlyReferred) return { findings: [], leftOut: { losers: 0, unreadable: 0 } }
  const losers = loss ? diff.losers.filter(({ before, after }) => isOver(loss, before - after, before)) : []
  const worst = losers.sort(loss?.of === 'per-cent' ? byPart : byLoss).slice(0, MOST_TOLD)
  const alone = diff.unreadable.filter(({ by }) => by !== 'both').slice(0, MOST_TOLD)
  return {
    findings: [
      ...(diff.readable.both === 0 ? [finding('RAS916', AT, { cases: diff.cases })] : []),
      ...(totalChange ? [...total(diff, totalChange), ...opened(diff, totalChange)] : []),
      ...(loss ? worst.map((one) => lost(one, loss)) : []),
      ...(newlyReferred ? referred(diff, newlyReferred) : []),
      ...alone.map(({ case: which, by, why, asks }) =>
        finding('RAS914', AT, { case: which, table: by === 'old' ? 'old' : 'new', why, asks }),
      ),
    ],
    leftOut: {
      losers: losers.length - worst.length,
      unreadable: diff.readable.old + diff.readable.new - alone.length,
    },
  }
}

const AT = '/version'

function total({ comparable: { total } }: CaseloadDiff, limit: Limit): Finding[] {
  const { before, after } = total
  const change = after - before
  if (!isOver(limit, Math.abs(change), before)) return []
  const part = before === 0 ? 'more than any percentage' : visibly(limit, change, before)
  return [finding('RAS911', AT, { change: part, pounds: signedPounds(change), limit: inPounds(limit) })]
}

/** What was settled and is open now can come to anything. */
function opened({ comparable: { total, leftOut } }: CaseloadDiff, limit: Limit): Finding[] {
  const whole = total.before + leftOut.before
  if (!isOver(limit, leftOut.before, whole)) return []
  const part = visibly(limit, leftOut.before, whole, 1).replace('+', '')
  return [finding('RAS915', AT, { pounds: pounds(leftOut.before), change: part, limit: inPounds(limit) })]
}

function lost({ case: which, before, after }: CaseChange, limit: Limit): Finding {
  const loss = before - after
  const part = limit.of === 'per-cent' ? visibly(limit, loss, before) : percentage(loss, before, 2)
  return finding('RAS912', AT, {
    case: which,
    before: pounds(before),
    after: pounds(after),
    loss: `${pounds(loss)} (${part.replace('+', '')})`,
    limit: inPounds(limit),
  })
}

function referred({ referred: { newly }, readable: { both } }: CaseloadDiff, limit: Limit): Finding[] {
  // A limit has hundredths, and cases come whole.
  return isOver(limit, 100 * newly, 100 * both)
    ? [finding('RAS913', AT, { cases: newly, of: both, limit: limit.text })]
    : []
}

function inPounds(limit: Limit): string {
  return limit.of === 'per-cent' ? limit.text : pounds(limit.size)
}
