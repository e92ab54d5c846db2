import type { LinePlan } from '../load/plan.js'
import { must } from '../must.js'
import type { BudgetLine } from './budget.js'
import { allocateLine } from './line.js'
import type { LineScene } from './scene.js'

/** The lines of a budget, and, where the setting is unknown, the lines of each setting side by side. */
export interface Worked {
  readonly lines: readonly BudgetLine[]
  readonly settings: readonly {
    readonly scene: LineScene
    readonly setting: string
    readonly lines: readonly BudgetLine[]
  }[]
}

/** Works out every line; where the setting is unknown, once for each setting, and a line that differs is told side by side. */
export function allocateLines(scene: LineScene): Worked {
  const { plan, reading } = scene
  const fact = plan.facts[plan.setting]
  if (fact?.is !== 'choice' || reading.facts[plan.setting] !== null)
    return { lines: plan.lines.map((line) => allocateLine(line, scene)), settings: [] }
  const scenes = fact.values.map((setting) => ({ setting, scene: inSetting(scene, setting) }))
  const common = plan.lines.map((line) => (line.bySetting ? null : allocateLine(line, scene)))
  const settings = scenes.map((one) => ({
    ...one,
    lines: plan.lines.map((line, i) => common[i] ?? allocateLine(line, one.scene)),
  }))
  const lines = plan.lines.map((line, i) => {
    const each = settings.map(({ setting, lines }) => ({ setting, line: must(lines[i]) }))
    return common[i] ?? together(line, each, fact.at)
  })
  return { lines, settings }
}

function inSetting(scene: LineScene, setting: string): LineScene {
  const { plan, reading } = scene
  const facts = reading.facts.map((value, i) => (i === plan.setting ? setting : value))
  return { ...scene, reading: { ...reading, facts } }
}

/** One line for all settings: as it is where they agree, and the figures side by side where they do not. */
function together(
  { provides }: LinePlan,
  each: readonly { readonly setting: string; readonly line: BudgetLine }[],
  at: string,
): BudgetLine {
  const { line } = must(each[0])
  const same = JSON.stringify(line)
  if (each.every((one) => JSON.stringify(one.line) === same)) return line
  return {
    ...line,
    amount: { state: 'by-setting', settings: each.map(({ setting, line }) => ({ setting, amount: line.amount })) },
    steps: [{ op: 'by-setting', at }],
    provides: provides === null ? null : { quantity: null, of: provides },
    gate: null,
    funders: [],
    outcomes: [],
    contingency: null,
    locked: null,
    partYear: null,
    neighbours: null,
  }
}
