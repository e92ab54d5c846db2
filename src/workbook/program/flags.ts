import type { LinePlan } from '../../load/plan.js'
import { infix, quantity, text } from '../formula/expression.js'
import { condition } from './conditions.js'
import { all, pickNumber, truth } from './logic.js'
import { add, idOf, type Making } from './making.js'
import { inScene, type Scene, settingId, settingSection, settingsOf } from './scene.js'

const SECTION = 'Flags'

/** Judges every flag of the table as it is in a scene. Flags read sums and change none. */
export function addFlags(making: Making, scene: Scene): void {
  const section = settingSection(scene, SECTION)
  for (const flag of making.plan.flags)
    add(
      making,
      { id: settingId(scene, `flags/${flag.id}`), section, label: flag.id, unit: 'truth' },
      condition(making, scene, flag.when),
    )
}

/** One flag for each limit that cut a line's figure. */
export function addCaps(making: Making): void {
  for (const line of making.plan.lines)
    for (const change of line.changes) if (change.op === 'at-most') addCap(making, line, change.name)
}

/** A limit that cut: the change was made, and what stood before it was more. A line side by side raises none yet. */
function addCap(making: Making, line: LinePlan, name: string): void {
  const cut = (scene: Scene) => {
    const id = (of: string) => quantity(idOf(making, inScene(scene, `lines/${line.id}`, of)))
    const i = line.changes.findIndex((change) => change.name === name)
    const previous = line.changes[i - 1]
    const before = id(previous ? `changes/${previous.name}` : 'price')
    const after = id(`changes/${name}`)
    const hasFigure = truth(infix(id('pence'), '<>', text('')))
    return all([id('applies'), hasFigure, truth(infix(before, '>', after))])
  }
  const settings = line.bySetting ? settingsOf(making) : []
  const which = quantity(idOf(making, `lines/${line.id}/which`))
  const formula =
    settings.length === 0
      ? cut({ setting: null })
      : pickNumber(
          which,
          settings.map((setting) => cut({ setting })),
        )
  add(
    making,
    { id: `caps/${line.id}/${name}`, section: SECTION, label: `${line.title}: ${name} was reached`, unit: 'truth' },
    formula,
  )
}
