import type { Amount, BudgetLine } from '../allocate/budget.js'
import { type Finding, finding } from '../diagnostic.js'
import type { LinePlan, Plan } from '../load/plan.js'
import { formatPounds } from '../pence.js'
import type { Raised } from '../raised.js'
import type { AnswerInput, Assessment } from '../score/needs.js'
import { provenLines } from './monotone.js'
import { type Fall, searchFall, TRIES } from './search.js'

/** Two assessments that differ only in need, and what the line comes to for each: the needier gets less. */
export interface Counterexample {
  readonly less: { readonly assessment: Assessment; readonly amount: Amount }
  readonly more: { readonly assessment: Assessment; readonly amount: Amount }
  /** Where in the table it falls. */
  readonly at: string
}

/**
 * Whether more need can ever mean less on a line. `proven`: never, from how it is made. `counterexample`: here are two
 * cases. `not proven`: no case was found, and it may still be so.
 */
export type LineAudit = { readonly line: string; readonly at: string } & (
  | { readonly verdict: 'proven' | 'not proven' }
  | { readonly verdict: 'counterexample'; readonly counterexample: Counterexample }
)

interface AuditedLine {
  readonly audit: LineAudit
  readonly findings: readonly Finding[]
}

/** All searches of one table together work out no more lines than this, so that a table of many lines is not slow. */
const TRIES_IN_ALL = 60_000

/** Every line, with what is to be said of it: a fall is a breach, and what is not proven a concern. */
export function auditLines(plan: Plan, most: number = TRIES): readonly AuditedLine[] {
  const proven = provenLines(plan)
  const open = proven.filter((one) => !one).length
  const tries = Math.min(most, Math.ceil(Math.max(most, TRIES_IN_ALL) / Math.max(1, open)))
  return plan.lines.map((line, i): AuditedLine => {
    const { id, at } = line
    if (proven[i]) return { audit: { line: id, at, verdict: 'proven' }, findings: [] }
    const fall = searchFall(plan, line, tries)
    if (fall) return found(line, fall)
    return { audit: { line: id, at, verdict: 'not proven' }, findings: [finding('RAS862', at, { line: id }, 'key')] }
  })
}

function found({ id, at }: LinePlan, { less, more, at: where }: Fall): AuditedLine {
  const counterexample = { less: side(less), more: side(more), at: where }
  const data = {
    line: id,
    raised: raised(less.assessment, more.assessment),
    less: inWords(less.line),
    more: inWords(more.line),
  }
  return {
    audit: { line: id, at, verdict: 'counterexample', counterexample },
    // A score or a whole line is meant by its name; a row, a change or a condition by what stands there.
    findings: [finding('RAS861', where, data, /^\/\w+\/[^/]+$/.test(where) ? 'key' : 'value')],
  }
}

function side({ assessment, line }: Fall['less']): Counterexample['less'] {
  return { assessment, amount: line.amount }
}

/** What the needier case has more of: answers that both give, and points that both bring. */
function raised(less: Assessment, more: Assessment): readonly Raised[] {
  const answers = Object.entries(more.answers ?? {}).flatMap(([name, now]) => {
    const before = less.answers?.[name]
    const [from, to] = [said(before), said(now)]
    return before === undefined || from === to ? [] : [{ name, from, to }]
  })
  const left = Object.keys(less.answers ?? {}).filter((name) => more.answers?.[name] === undefined)
  const filled = Object.entries(more.answers ?? {}).filter(([name]) => less.answers?.[name] === undefined)
  const points = Object.entries(more.scores ?? {}).flatMap(([name, now]) => {
    const before = less.scores?.[name]
    return before === now ? [] : [{ name, from: String(before), to: String(now) }]
  })
  return [
    ...answers,
    ...points,
    ...filled.map(([name, now]) => ({ name, from: 'no answer', to: said(now) })),
    ...left.map((name) => ({ name, from: said(less.answers?.[name]), to: 'not asked' })),
  ]
}

function said(answer: AnswerInput | undefined): string {
  if (answer === undefined || typeof answer === 'string') return answer ?? 'no answer'
  return answer.level ?? `${answer.points} points`
}

function inWords({ amount, provides }: BudgetLine): string {
  if (provides) return provides.quantity === null ? 'people decide' : `${provides.quantity} ${provides.of}`
  return 'pence' in amount && amount.pence !== null ? formatPounds(amount.pence) : 'people decide'
}
