import type { Plan, QuestionPlan } from '../load/plan.js'
import type { Pence } from '../pence.js'
import type { Principle, Verdict } from '../principle.js'
import type { Needs } from '../score/needs.js'
import { qualified } from '../score/qualified.js'
import type { IndicativeBudget } from './budget.js'

/** What one case shows of one principle. Never a breach: a table breaks a principle, a case shows where to look. */
export interface CasePrinciple {
  readonly principle: Principle
  readonly verdict: Exclude<Verdict, 'breach'>
  readonly evidence: readonly CaseEvidence[]
}

/** One piece of evidence, as a code with what it is about. Names are of the table; `at` leads into it. */
export type CaseEvidence = {
  /** Only where there are several tables: the one that it is about. */
  readonly table?: string
} & (
  | {
      /** An outcome that the child wants, and the settled money meant for it; null where the words name none. */
      readonly code: 'intended'
      readonly outcome: string | null
      readonly pence: Pence | null
    }
  /** Answers count needs towards this outcome, and no line gives money for it. */
  | { readonly code: 'need-without-money'; readonly outcome: string }
  /** How much there is to read: the lines that apply, and the steps of their working. */
  | { readonly code: 'to-read'; readonly lines: number; readonly steps: number }
  /** How many points the next row is away; null above the last. */
  | { readonly code: 'next-row'; readonly line: string; readonly away: number | null; readonly at: string }
  | { readonly code: 'people-decide'; readonly line: string; readonly at: string }
  | { readonly code: 'in-force'; readonly met: boolean }
  | { readonly code: 'waits'; readonly line: string; readonly at: string }
  | { readonly code: 'setting-unknown'; readonly line: string; readonly at: string }
  /** How many took part, as the assessment names them by role. */
  | { readonly code: 'took-part'; readonly count: number }
  /** How many questions are answered, and how many answers say whose view they are and where the evidence is. */
  | {
      readonly code: 'answers'
      readonly answered: number
      readonly withView: number
      readonly withEvidence: number
    }
  /** A limit that cut the figure, and what stood before it. */
  | { readonly code: 'capped'; readonly line: string; readonly before: Pence; readonly at: string }
  /** An earlier figure that changed this one. */
  | { readonly code: 'protected'; readonly line: string; readonly before: Pence; readonly at: string }
  | { readonly code: 'exceptional-asked' }
)

/** As much as still fits on one side of A4 in the statement. */
const MOST_LINES = 12
const MOST_STEPS = 40

type Judged = Pick<IndicativeBudget, 'needs' | 'record' | 'lines' | 'total' | 'outcomes' | 'notices'>

/** The evidence of one case for each of the six principles, from what is worked out already. */
export function principlesOf(plan: Plan, judged: Judged): readonly CasePrinciple[] {
  const { needs, record, lines, total, notices } = judged
  const inForce = !notices.includes('not-in-force')
  const aims = outcomesOf(plan, judged)
  const shown: CaseEvidence[] = []
  const open: CaseEvidence[] = [{ code: 'in-force', met: inForce }]
  const limits: CaseEvidence[] = []
  let applying = 0
  let steps = 0
  for (const line of lines) {
    const { id, at, amount, neighbours } = line
    const first = line.steps[0]
    if (first?.op === 'when' && !first.met) continue
    applying++
    steps += line.steps.length
    if (neighbours) shown.push({ code: 'next-row', line: id, away: neighbours.away, at })
    if (amount.state === 'refer') shown.push({ code: 'people-decide', line: id, at })
    if (amount.state === 'waiting') open.push({ code: 'waits', line: id, at })
    if (amount.state === 'by-setting') open.push({ code: 'setting-unknown', line: id, at })
    for (const step of line.steps) {
      if (step.op === 'at-most' && step.before > step.limit)
        limits.push({ code: 'capped', line: id, before: step.before, at: step.at })
      if (step.op === 'protect' && step.before !== step.after)
        limits.push({ code: 'protected', line: id, before: step.before, at: step.at })
    }
  }
  if (needs.askedExceptional) limits.push({ code: 'exceptional-asked' })
  const part: CaseEvidence[] = [{ code: 'took-part', count: record.participants.length }, answersOf(judged)]
  const unmet = total.waiting.length === 0 && aims.some(({ code }) => code === 'need-without-money')
  return [
    { principle: 1, verdict: unmet ? 'concern' : 'upheld', evidence: aims },
    {
      principle: 2,
      verdict: applying > MOST_LINES || steps > MOST_STEPS ? 'concern' : 'upheld',
      evidence: [{ code: 'to-read', lines: applying, steps }],
    },
    { principle: 3, verdict: 'upheld', evidence: shown },
    { principle: 4, verdict: inForce ? 'upheld' : 'concern', evidence: open },
    { principle: 5, verdict: record.participants.length === 0 ? 'concern' : 'upheld', evidence: part },
    { principle: 6, verdict: 'upheld', evidence: limits },
  ]
}

/** The child’s intended outcomes beside the money, and the outcomes with needs that get none. */
function outcomesOf({ questions }: Plan, { needs, record, outcomes }: Judged): CaseEvidence[] {
  const found: CaseEvidence[] = []
  for (const { outcome } of record.intended) {
    const pence = outcomes.find(({ id }) => id === outcome)?.pence ?? null
    found.push({ code: 'intended', outcome, pence })
  }
  for (const { id, pence } of outcomes)
    if (pence === 0 && questions.some((question) => question.outcome === id && hasNeed(question, needs)))
      found.push({ code: 'need-without-money', outcome: id })
  return found
}

/** Whether the answer to a question has points. */
function hasNeed({ id, levels }: QuestionPlan, { answers }: Needs): boolean {
  const answer = answers[id] ?? null
  return typeof answer === 'string' ? (levels.get(answer) ?? 0) > 0 : (answer ?? 0) > 0
}

function answersOf({ needs, record }: Judged): CaseEvidence {
  let answered = 0
  for (const id in needs.answers) if (needs.answers[id] !== null) answered++
  const withView = Object.keys(record.views).length
  return { code: 'answers', answered, withView, withEvidence: Object.keys(record.evidence).length }
}

interface Own {
  readonly table: string
  readonly principles: readonly CasePrinciple[]
}

/** The evidence of several tables, table by table; a concern by one of them is a concern. */
export function principlesOver(each: readonly Own[]): readonly CasePrinciple[] {
  const [first] = each
  return (first?.principles ?? []).map(({ principle }, i) => {
    const all = each.map(({ table, principles }) => ({ table, own: principles[i] }))
    const concern = all.some(({ own }) => own?.verdict === 'concern')
    const evidence = all.flatMap(({ table, own }) => (own?.evidence ?? []).map((one) => named(one, table)))
    return { principle, verdict: concern ? 'concern' : 'upheld', evidence }
  })
}

function named(one: CaseEvidence, table: string): CaseEvidence {
  if ('line' in one) return { ...one, line: qualified(table, one.line), table }
  if ('outcome' in one && one.outcome !== null) return { ...one, outcome: qualified(table, one.outcome), table }
  return { ...one, table }
}
