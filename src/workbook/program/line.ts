import { leavesOf } from '../../load/compile/reads.js'
import type { LinePlan } from '../../load/plan.js'
import { must } from '../../must.js'
import { type Expression, equals, iff, infix, joined, number, quantity, text } from '../formula/expression.js'
import { changesOf } from './changes.js'
import { condition } from './conditions.js'
import { minus, times, type Whole, whole, within } from './exact.js'
import { gridFormulas } from './grid.js'
import { all, any, inRange, NO, pickNumber, pickText, truth } from './logic.js'
import { add, addWhole, idOf, isScored, type Making, mayBeUnscored, nodePoints } from './making.js'
import { type Priced, priceOf } from './price.js'
import type { LineFigures } from './price-figures.js'
import { factOf, inScene, type Scene, settingSection, settingsOf } from './scene.js'
import { addSplits } from './splits.js'

/** Works out a line: in each setting where it hangs on the setting, and then as the questionnaire has it; then its splits. */
export function addLine(making: Making, line: LinePlan, figures: LineFigures): void {
  const section = line.title
  const amount = line.bySetting ? inEach(making, line, figures, section) : inOne(making, line, figures, section)
  addSplits(making, line, amount, section)
}

function inOne(making: Making, line: LinePlan, figures: LineFigures, section: string): Whole {
  return workOut(making, { setting: null }, line, figures, section).amount
}

interface Worked {
  readonly amount: Whole
  /** A text that is the same in two settings just where the whole working is. */
  readonly signature: Expression
}

/** A line in one setting: when → gate → price → changes (rule R2), and what it comes to (rule R4). */
function workOut(making: Making, scene: Scene, line: LinePlan, figures: LineFigures, section: string): Worked {
  const inThis = settingSection(scene, section)
  const put = (of: string, label: string, unit: 'truth' | 'text' | 'pence' | 'hundredths', formula: Expression) =>
    add(making, { id: inScene(scene, `lines/${line.id}`, of), section: inThis, label, unit }, formula)
  const met = line.when === null ? number(1) : truth(infix(condition(making, scene, line.when), '>', NO))
  const applies = put('applies', 'It applies', 'truth', met)
  const price = priceOf(making, scene, line, figures, inThis)
  const changes = line.provides === null ? changesOf(making, scene, line, price.result, inThis) : []
  const last = changes.at(-1)?.after ?? price.result
  if (making.live && last.low < 0)
    making.refused.push({ at: line.at, why: `a figure that is changed could bring “${line.id}” below nothing` })
  const figure = within(
    iff(equals(applies, number(1)), last.formula, number(0)),
    Math.min(0, last.low),
    Math.max(0, last.high),
  )
  const amount = addWhole(
    making,
    {
      id: inScene(scene, `lines/${line.id}`, 'worked'),
      section: inThis,
      label: 'What it comes to',
      unit: line.provides === null ? 'pence' : 'hundredths',
    },
    figure,
  )
  const state = put('state', 'How it stands', 'text', stateOf(making, line, applies, price))
  addFigure(making, scene, line, { amount, price, applies }, inThis)
  addNear(making, scene, line, applies, inThis)
  const keyed = readsSetting(making, line) && scene.setting !== null ? text(scene.setting) : text('')
  const made = joined([
    ...changes.flatMap((one) => [one.made, text('|'), one.after.formula, text('|')]),
    amount.formula,
  ])
  const figured = price.refers === NO ? made : iff(equals(price.refers, number(1)), text('refer'), made)
  const priced = infix(infix(keyed, '&', text('|')), '&', figured)
  const worked = infix(infix(state, '&', text('|')), '&', iff(isOpen(making, line), priced, text('')))
  return { amount, signature: iff(equals(applies, number(1)), worked, text('no')) }
}

/** 1 where the line is priced at all: a child who is not scored has no figure where points or answers are read. */
function isOpen(making: Making, line: LinePlan): Expression {
  return line.scored && mayBeUnscored(making) ? equals(isScored(making), number(1)) : number(1)
}

/** 1 where people decide it, since the child is not scored and it reads points or answers. */
function isUnscored(making: Making, line: LinePlan): Expression {
  return line.scored && mayBeUnscored(making) ? truth(equals(isScored(making), number(0))) : NO
}

/** Whether the price names the setting that chose it, so that no two settings have the same working. */
function readsSetting({ plan }: Making, { price }: LinePlan): boolean {
  const grid =
    price.is === 'look-up' || price.is === 'category'
      ? price.grid
      : price.is === 'flat'
        ? price.weight?.grid
        : undefined
  return grid?.across.some(({ of, index }) => of === 'fact' && index === plan.setting) ?? false
}

function stateOf(making: Making, line: LinePlan, applies: Expression, { refers }: Priced): Expression {
  const settled = text(line.provides === null ? 'settled' : 'provides')
  const gate = line.gate ? quantity(idOf(making, `facts/${line.gate.id}`)) : null
  const waits = gate ? iff(equals(gate, text('pending')), text('waiting'), settled) : settled
  const unscored = isUnscored(making, line)
  const open = refers === NO ? waits : iff(equals(refers, number(1)), text('refer'), waits)
  const scored = unscored === NO ? open : iff(equals(unscored, number(1)), text('refer'), open)
  const decided = gate ? iff(equals(gate, text('refused')), text('refused'), scored) : scored
  return iff(equals(applies, number(1)), decided, settled)
}

interface Stands {
  readonly amount: Whole
  readonly price: Priced
  readonly applies: Expression
}

/** The figure that is shown, which a line that refers has not; and the number that conditions read. */
function addFigure(
  making: Making,
  scene: Scene,
  line: LinePlan,
  { amount, price, applies }: Stands,
  section: string,
): void {
  const id = (of: string) => inScene(scene, `lines/${line.id}`, of)
  const unscored = isUnscored(making, line)
  const none = all([applies, any([price.refers, unscored])])
  const shown = none === NO ? amount.formula : iff(equals(none, number(1)), text(''), amount.formula)
  const unit = line.provides === null ? 'pence' : 'hundredths'
  add(making, { id: id(unit), section, label: 'Likely amount a year', unit }, shown)
  if (line.provides !== null) add(making, { id: id('pence'), section, label: 'Money', unit: 'pence' }, text(''))
  add(
    making,
    { id: id('amount'), section, label: 'As a number', unit: 'number' },
    line.provides === null
      ? iff(equals(quantity(idOf(making, id('pence'))), text('')), number(0), amount.formula)
      : number(0),
  )
}

/** For flags that ask how far the next row is. */
function addNear(making: Making, scene: Scene, line: LinePlan, applies: Expression, section: string): void {
  const { price } = line
  for (const distance of distances(making, line.id)) {
    const id = inScene(scene, `lines/${line.id}`, `near/${distance}`)
    const adding = { id, section, label: `The next row is ${distance} points away or fewer`, unit: 'truth' } as const
    if (price.is !== 'look-up' || price.grid.rows.length < 2) {
      add(making, adding, NO)
      continue
    }
    const { grid, node } = price
    const last = grid.rows.length
    const row = quantity(idOf(making, `lines/${line.id}/band-row`))
    const look = gridFormulas(making, scene, `lines/${line.id}/rows`, grid)
    const next = look.from(iff(infix(row, '<', number(last)), infix(row, '+', number(1)), number(last)))
    const away = minus(next, times(nodePoints(making, node), whole(grid.scale)))
    const most = Math.floor(distance * node.den * grid.scale + 1e-6)
    const isNear = inRange(away.formula, { from: null, above: null, upTo: most, below: null })
    add(making, adding, all([applies, truth(infix(row, '<', number(last))), isNear]))
  }
}

/** The distances that flags ask of a line. */
function distances({ plan }: Making, line: string): readonly number[] {
  const leaves = plan.flags.flatMap(({ when }) => leavesOf(when))
  return [...new Set(leaves.flatMap((leaf) => (leaf.is === 'near' && leaf.line === line ? [leaf.within] : [])))]
}

/** A line that hangs on the setting: in each of them, and side by side where it is unknown and they differ. */
function inEach(making: Making, line: LinePlan, figures: LineFigures, section: string): Whole {
  const settings = settingsOf(making)
  const worked = settings.map((setting) => workOut(making, { setting }, line, figures, section))
  const known = quantity(idOf(making, `facts/${factOf(making, making.plan.setting).id}/place`))
  const put = (
    of: string,
    label: string,
    unit: 'truth' | 'text' | 'pence' | 'hundredths' | 'place' | 'number',
    formula: Expression,
  ) => add(making, { id: `lines/${line.id}/${of}`, section, label, unit }, formula)
  const signatures = worked.map(({ signature }, i) =>
    put(`signature-${i + 1}`, `The working in one text, ${settings[i]}`, 'text', signature),
  )
  const first = must(signatures[0])
  const same = all(signatures.slice(1).map((one) => truth(equals(one, first))))
  const which = put(
    'which',
    'The setting that it is worked out for; 0 where they stand side by side',
    'place',
    iff(infix(known, '>', NO), known, same),
  )
  const of = (what: string) =>
    settings.map((setting) => quantity(idOf(making, inScene({ setting }, `lines/${line.id}`, what))))
  put(
    'applies',
    'It applies',
    'truth',
    iff(equals(which, NO), must(of('applies')[0]), pickNumber(which, of('applies'))),
  )
  put('state', 'How it stands', 'text', iff(equals(which, NO), text('by-setting'), pickText(which, of('state'))))
  const amount = put('amount', 'As a number', 'number', pickNumber(which, of('amount')))
  const shown = (what: 'pence' | 'hundredths') =>
    put(what, 'Likely amount a year', what, iff(equals(which, NO), text(''), pickShown(which, of(what))))
  if (line.provides !== null) shown('hundredths')
  shown('pence')
  for (const distance of distances(making, line.id)) {
    const label = `The next row is ${distance} points away or fewer`
    put(`near/${distance}`, label, 'truth', pickNumber(which, of(`near/${distance}`)))
  }
  const low = Math.min(0, ...worked.map(({ amount: one }) => one.low))
  return within(amount, low, Math.max(...worked.map(({ amount: one }) => one.high)))
}

/** One of some cells, whatever stands in it: a number, or ''. Nested, since a sum would take '' for a number. */
function pickShown(which: Expression, of: readonly Expression[]): Expression {
  return of.reduceRight<Expression>(
    (rest, one, i) => (i === of.length - 1 ? one : iff(equals(which, number(i + 1)), one, rest)),
    text(''),
  )
}
