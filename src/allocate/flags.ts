import { compare } from '../diagnostic.js'
import { bandName } from '../load/band-name.js'
import { type Evidence, judge, type Scene, type Sums } from '../score/conditions.js'
import type { Amount, BudgetLine, Flag, IndicativeBudget, StreamTotal, Total } from './budget.js'
import { bandOf } from './price.js'
import type { LineScene } from './scene.js'
import type { Step } from './step.js'

/** Judges every flag of the table, and raises one for every cap that was reached. Flags read sums and change none. */
export function raiseFlags(
  lineScene: LineScene,
  lines: readonly BudgetLine[],
  streams: readonly StreamTotal[],
  total: Total,
): Pick<IndicativeBudget, 'flags' | 'agreedBy'> {
  const { plan, reading, nodes } = lineScene
  const scene: Scene = { plan, reading, nodes, sums: sumsOf(lineScene, lines, streams, total) }
  const flags: Flag[] = []
  const agreedBy: IndicativeBudget['agreedBy'][number][] = []
  for (const { id, kind, who, exceptional, when, at } of plan.flags) {
    const evidence: Evidence[] = []
    const state = judge(when, scene, evidence)
    flags.push({ id, kind, state, exceptional, evidence, at })
    if (kind === 'agreed-by' && state !== 'no') agreedBy.push({ who, state })
  }
  const tableFlags = flags.length
  for (const line of lines) raiseCaps(line, flags)
  if (flags.length > tableFlags) flags.sort((a, b) => compare(a.id, b.id))
  return { flags, agreedBy }
}

/** The limits that cut a line's figure. */
export function capsIn(steps: readonly Step[]): Extract<Step, { readonly op: 'at-most' }>[] {
  const caps: Extract<Step, { readonly op: 'at-most' }>[] = []
  for (const step of steps) if (step.op === 'at-most' && step.before > step.limit) caps.push(step)
  return caps
}

/** What the flag of a cap is called. */
export function capId(line: string, change: string): string {
  return `${line}/${change}`
}

/** What flags count a line's amount as; null while it is open, or is no money. */
export function countedAs(amount: Amount): number | null {
  if (amount.state === 'refused') return 0
  return amount.state === 'settled' ? amount.pence : null
}

function raiseCaps(line: BudgetLine, flags: Flag[]): void {
  for (const { name, before, at } of capsIn(line.steps))
    flags.push({
      id: capId(line.id, name),
      kind: 'cap',
      state: 'yes',
      exceptional: true,
      evidence: [{ at, value: before, met: 'yes' }],
      at,
    })
}

function sumsOf(scene: LineScene, lines: readonly BudgetLine[], streams: readonly StreamTotal[], total: Total): Sums {
  const find = (id: string) => lines.find((line) => line.id === id)
  return {
    line: (id) => {
      const amount = find(id)?.amount
      return amount ? countedAs(amount) : null
    },
    total: (stream) => {
      const sum = stream === null ? total : streams.find((one) => one.stream === stream)
      return { settled: sum?.settled ?? 0, open: (sum?.waiting.length ?? 0) > 0 }
    },
    known: (id) => find(id)?.amount.state !== 'by-setting',
    away: (id) => find(id)?.neighbours?.away ?? null,
    band: (id) => {
      const plan = scene.plan.lines.find((line) => line.id === id)
      const applies = find(id)?.steps.every((step) => step.op !== 'when' || step.met)
      const band = plan && applies ? bandOf(plan, scene) : null
      return band === null ? null : bandName(band)
    },
  }
}
