import type { LinePlan } from '../../load/plan.js'
import { type Expression, equals, iff, infix, number, quantity, sumOf, text } from '../formula/expression.js'
import { isOneOf } from './logic.js'
import { add, idOf, type Making } from './making.js'
import { inScene, type Scene, settingId, settingSection } from './scene.js'

const SECTION = 'Totals'

/** Totals by stream and over all, as they are in a scene: what is settled, and how many lines are open. */
export function addTotals(making: Making, scene: Scene): void {
  const { plan } = making
  const section = settingSection(scene, SECTION)
  const put = (place: string, of: 'settled' | 'open', label: string, formula: Expression) => {
    const unit = of === 'settled' ? 'pence' : 'number'
    return add(making, { id: settingId(scene, `${place}/${of}`), section, label, unit }, formula)
  }
  for (const stream of plan.streams) {
    const lines = plan.lines.filter((line) => line.stream === stream)
    const title = making.written.streams[stream]?.title ?? stream
    put(
      `streams/${stream}`,
      'settled',
      `${title}, settled`,
      sumOf(lines.map((line) => settledOf(making, scene, line, 'amount'))),
    )
    put(
      `streams/${stream}`,
      'open',
      `${title}, how many lines are open`,
      sumOf(lines.flatMap((line) => openOf(making, scene, line))),
    )
  }
  const over = (of: string) =>
    sumOf(plan.streams.map((stream) => quantity(idOf(making, settingId(scene, `streams/${stream}/${of}`)))))
  put('total', 'settled', 'All, settled', over('settled'))
  put('total', 'open', 'All, how many lines are open', over('open'))
}

/** Settled money by funder, by outcome and by tier, and what can be managed as a personal budget. */
export function addSums(making: Making): void {
  const { plan, written } = making
  const put = (id: string, label: string, of: readonly Expression[]) =>
    add(making, { id, section: SECTION, label, unit: 'pence' }, sumOf(of))
  plan.funders.forEach((id, place) => {
    const lines = plan.lines.filter(({ funders }) => funders.to.includes(place))
    put(
      `funders/${id}`,
      `Paid by ${written.funders[id] ?? id}`,
      lines.map((line) => settledOf(making, { setting: null }, line, `funders/${id}`)),
    )
  })
  plan.outcomes.forEach((id, place) => {
    const lines = plan.lines.filter(({ outcomesTo }) => outcomesTo.includes(place))
    const label = `For: ${written.outcomes[id] ?? id} (a share of points, not a price)`
    put(
      `outcomes/${id}`,
      label,
      lines.map((line) => settledOf(making, { setting: null }, line, `outcomes/${id}`)),
    )
  })
  for (const tier of plan.tiers) {
    const lines = plan.lines.filter((line) => line.tier === tier)
    put(
      `tiers/${tier}`,
      `Tier: ${tier}`,
      lines.map((line) => settledOf(making, { setting: null }, line, 'amount')),
    )
  }
  if (!plan.saysWays) return
  const lines = plan.lines.filter(({ manageable }) => manageable)
  const free = lines.map((line) => {
    const settled = settledOf(making, { setting: null }, line, 'amount')
    return line.locked ? infix(settled, '-', settledOf(making, { setting: null }, line, 'locked')) : settled
  })
  put('manageable', 'Can be managed as a personal budget', free)
}

/** What a line adds to a total: a part of its figure where it is settled, and otherwise nothing. */
function settledOf(making: Making, scene: Scene, line: LinePlan, of: string): Expression {
  const id = (what: string) =>
    quantity(idOf(making, inScene(line.bySetting ? scene : { setting: null }, `lines/${line.id}`, what)))
  return iff(equals(id('state'), text('settled')), id(of), number(0))
}

/** 1 where money of the line is open; hours are no money. */
function openOf(making: Making, scene: Scene, line: LinePlan): readonly Expression[] {
  if (line.provides !== null) return []
  const state = quantity(idOf(making, inScene(line.bySetting ? scene : { setting: null }, `lines/${line.id}`, 'state')))
  return [isOneOf(state, ['waiting', 'refer', 'by-setting'])]
}
