import type { LinePlan } from '../load/plan.js'
import { must } from '../must.js'
import type { BudgetLine } from './budget.js'
import { allocateLine, itemise, type PricedLine, priceLine } from './line.js'
import type { BudgetScene, LineScene } from './scene.js'

/** The lines of a budget, and, where the setting is unknown, the lines of each setting side by side. */
export interface Worked {
  readonly lines: readonly BudgetLine[]
  readonly settings: readonly {
    readonly scene: BudgetScene
    readonly setting: string
    readonly lines: readonly BudgetLine[]
  }[]
}

/** Works out every line; where the setting is unknown, once for each setting, and a line that differs is told side by side. */
export function allocateLines(scene: BudgetScene): Worked {
  const { plan } = scene
  const scenes = settingsOf(scene)
  if (scenes.length === 0) return { lines: plan.lines.map((line) => allocateLine(line, scene)), settings: [] }
  const priced = plan.lines.map((line) =>
    line.bySetting ? scenes.map((one) => priceLine(line, one.scene)) : [priceLine(line, scene)],
  )
  const lines = plan.lines.map((line, i) => itemise(line, scene, together(scene, scenes, must(priced[i]))))
  const settings = scenes.map((one, k) => ({
    ...one,
    lines: plan.lines.map((line, i) =>
      line.bySetting ? itemise(line, one.scene, must(priced[i]?.[k])) : must(lines[i]),
    ),
  }))
  return { lines, settings }
}

/** A line's figure whatever is known of the setting: where it is unknown and the figures differ, they stand side by side. */
export function priceInEach(line: LinePlan, scene: LineScene): PricedLine {
  const scenes = line.bySetting ? settingsOf(scene) : []
  if (scenes.length === 0) return priceLine(line, scene)
  return together(
    scene,
    scenes,
    scenes.map((one) => priceLine(line, one.scene)),
  )
}

interface InSetting<S> {
  readonly setting: string
  readonly scene: S
}

/** The scene in each setting that the table knows; none where the setting is known, or not asked. */
function settingsOf<S extends LineScene>(scene: S): readonly InSetting<S>[] {
  const { plan, reading } = scene
  const fact = plan.facts[plan.setting]
  if (fact?.is !== 'choice' || reading.facts[plan.setting] !== null) return []
  return fact.values.map((setting) => {
    const facts = reading.facts.map((value, i) => (i === plan.setting ? setting : value))
    return { setting, scene: { ...scene, reading: { ...reading, facts } } }
  })
}

/** One line for all settings: as it is where they agree, and the figures side by side where they do not. */
function together(
  { plan }: LineScene,
  scenes: readonly InSetting<LineScene>[],
  priced: readonly PricedLine[],
): PricedLine {
  const first = must(priced[0])
  const same = JSON.stringify(first)
  if (priced.every((one) => JSON.stringify(one) === same)) return first
  return {
    applies: first.applies,
    gate: null,
    steps: [{ op: 'by-setting', at: must(plan.facts[plan.setting]).at }],
    quantity: null,
    amount: {
      state: 'by-setting',
      settings: scenes.map(({ setting }, i) => ({ setting, amount: must(priced[i]).amount })),
    },
    neighbours: null,
  }
}
