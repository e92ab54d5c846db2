import { compare } from '../diagnostic.js'
import type { Plan } from '../load/plan.js'
import { type Evidence, judge, type Scene, type Sums } from '../score/conditions.js'
import type { BudgetLine, Flag, StreamTotal, Total } from './budget.js'

/** Judges every flag of the table, and raises one for every cap that was reached. Flags read sums and change none. */
export function raiseFlags(
  plan: Plan,
  scene: Scene,
  lines: readonly BudgetLine[],
  streams: readonly StreamTotal[],
  total: Total,
): Flag[] {
  const seeing = { ...scene, sums: sumsOf(lines, streams, total) }
  const flags = plan.flags.map(({ id, kind, exceptional, when, at }): Flag => {
    const evidence: Evidence[] = []
    const state = judge(when, seeing, evidence)
    return { id, kind, state, exceptional, evidence, at }
  })
  const caps = lines.flatMap(capsOf)
  return caps.length === 0 ? flags : [...flags, ...caps].sort((a, b) => compare(a.id, b.id))
}

function capsOf(line: BudgetLine): Flag[] {
  const flags: Flag[] = []
  for (const step of line.steps)
    if (step.op === 'at-most' && step.before > step.limit)
      flags.push({
        id: `${line.id}/${step.name}`,
        kind: 'cap',
        state: 'yes',
        exceptional: true,
        evidence: [{ at: step.at, value: step.before, met: 'yes' }],
        at: step.at,
      })
  return flags
}

function sumsOf(lines: readonly BudgetLine[], streams: readonly StreamTotal[], total: Total): Sums {
  const find = (id: string) => lines.find((line) => line.id === id)
  return {
    line: (id) => {
      const amount = find(id)?.amount
      if (amount?.state === 'refused') return 0
      return amount?.state === 'settled' ? amount.pence : null
    },
    total: (stream) => {
      const sum = stream === null ? total : streams.find((one) => one.stream === stream)
      return { settled: sum?.settled ?? 0, open: (sum?.waiting.length ?? 0) > 0 }
    },
    away: (id) => find(id)?.neighbours?.away ?? null,
  }
}
