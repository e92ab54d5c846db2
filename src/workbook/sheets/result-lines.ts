import { when } from '../../explain/condition-words.js'
import { capital, spaced, stop } from '../../explain/grammar.js'
import { ways } from '../../explain/ways-words.js'
import * as words from '../../explain/words.js'
import type { LinePlan } from '../../load/plan.js'
import { asPence } from '../../pence.js'
import { decimals, holds, type Row, row, worked } from '../book.js'
import { type Expression, equals, iff, joined, number, quantity, text } from '../formula/expression.js'
import { bare } from './bare-line.js'
import { counted, hundredth, hundredthIf, some, whenReady } from './say.js'
import type { Arranging, Scheme } from './scheme.js'
import { settingWords, stateWords } from './state-words.js'

const WIDTH = 4

/** Every line under its stream, with what it comes to, how it stands, and who pays; then what the stream comes to. */
export function lineRows(scheme: Scheme, arranging: Arranging): Row<Expression>[] {
  const { plan, written } = scheme
  const streams = plan.streams.filter((stream) => plan.lines.some((line) => line.stream === stream))
  return streams.flatMap((stream) => {
    const title = written.streams[stream]?.title ?? stream
    return [
      row(
        holds('heading', title),
        holds('head-figure', 'In the total'),
        holds('head-figure', 'Beside it'),
        holds('head', 'How it stands'),
      ),
      ...plan.lines.filter((line) => line.stream === stream).flatMap((line) => oneLine(line, scheme, arranging)),
      streamTotal(title, `${plan.id}/streams/${stream}`),
    ]
  })
}

function streamTotal(title: string, id: string): Row<Expression> {
  const open = joined([text('at least: '), counted(`${id}/open`, 'line'), text(' not settled')])
  return row(
    holds('strong', `${title}, all together`),
    worked('pounds-strong', whenReady(hundredth(`${id}/settled`))),
    null,
    worked('note', whenReady(iff(some(`${id}/open`), open, text(''))), { room: 'x'.repeat(40) }),
  )
}

function oneLine(line: LinePlan, scheme: Scheme, arranging: Arranging): Row<Expression>[] {
  const id = `${scheme.plan.id}/lines/${line.id}`
  return [
    figureRow({ title: titleOf(line), id, line }, scheme, arranging),
    ...inSettings(line, scheme, arranging),
    ...(arranging.has(`${id}/part-year`) ? [besideRow(THIS_YEAR, `${id}/part-year`)] : []),
    ...funders(line, scheme, arranging),
    ...(arranging.has(`${id}/contingency`)
      ? [besideRow('    May be kept for when needs change', `${id}/contingency`)]
      : []),
    ...(arranging.has(`${id}/locked`)
      ? [besideRow('    Held by a block contract: notional only', `${id}/locked`)]
      : []),
    ...aboutRow(line, scheme),
  ]
}

const THIS_YEAR = '    This year, where it is not a whole one'

function titleOf({ title, amountIs }: LinePlan): string {
  if (amountIs === null) return title
  return `${title}, ${amountIs === 'top-up' ? 'on top of the school’s own money' : 'the whole cost'}`
}

interface Shown {
  readonly title: string
  /** The line's quantities, as the questionnaire has it or in one setting. */
  readonly id: string
  readonly line: LinePlan
}

/** A figure stands in the total only where it is settled; one that waits or was refused stands beside it. */
function figureRow({ title, id, line }: Shown, scheme: Scheme, arranging: Arranging): Row<Expression> {
  const state = quantity(`${id}/state`)
  const settled = equals(state, text('settled'))
  const { said, room } = stateWords(id, line, scheme, arranging)
  const beside = line.provides === null ? hundredthIf(isBeside(state), `${id}/pence`) : hundredth(`${id}/hundredths`)
  return row(
    holds('strong', title),
    worked('pounds', whenReady(hundredthIf(settled, `${id}/pence`))),
    worked(line.provides === null ? 'pounds' : 'figure', whenReady(beside), line.provides === null ? {} : HOURS),
    worked('note', whenReady(said), { room }),
  )
}

const HOURS = { format: decimals(2, false) }

function isBeside(state: Expression): Expression {
  const one = (name: string, rest: Expression) => iff(equals(state, text(name)), number(1), rest)
  return equals(one('waiting', one('refused', number(0))), number(1))
}

/** What it is in each setting, while the setting is not known and it makes a difference. */
function inSettings(line: LinePlan, scheme: Scheme, arranging: Arranging): Row<Expression>[] {
  const { plan } = scheme
  const fact = plan.facts[plan.setting]
  if (!line.bySetting || fact?.is !== 'choice') return []
  const unknown = equals(quantity(`${plan.id}/lines/${line.id}/state`), text('by-setting'))
  return fact.values.flatMap((setting) => {
    const id = `${plan.id}/lines/${line.id}/in/${setting}`
    if (!arranging.has(`${id}/state`)) return []
    const { said, room } = settingWords(id, line, scheme, arranging)
    const figure = hundredth(`${id}/${line.provides === null ? 'pence' : 'hundredths'}`)
    return [
      row(
        worked('text', iff(unknown, text(`    ${capital(spaced(setting))}`), text(''))),
        null,
        worked(
          line.provides === null ? 'pounds' : 'figure',
          whenReady(iff(unknown, figure, text(''))),
          line.provides === null ? {} : HOURS,
        ),
        worked('note', whenReady(iff(unknown, said, text(''))), { room }),
      ),
    ]
  })
}

function funders(line: LinePlan, { plan, written }: Scheme, { has }: Arranging): Row<Expression>[] {
  const { ids } = line.funders
  if (ids.length < 2 || line.provides !== null) return []
  return ids.flatMap((funder) => {
    const id = `${plan.id}/lines/${line.id}/funders/${funder}`
    return has(id) ? [besideRow(`    Paid by ${written.funders[funder] ?? funder}`, id)] : []
  })
}

/** A part of the figure, which stands beside the total and is not added to it again. */
function besideRow(label: string, id: string): Row<Expression> {
  return row(holds('text', label), null, worked('pounds', whenReady(hundredth(id))), null)
}

/** When it applies, who pays, how it can be managed, and on which law it rests. */
function aboutRow(line: LinePlan, { written }: Scheme): Row<Expression>[] {
  const plan = written.lines[line.id]
  const only = line.funders.ids.length === 1 ? line.funders.ids.map((id) => ({ id, pence: asPence(0) })) : []
  const said = [
    plan?.when ? `Only when ${stop(when(plan.when, written))}` : '',
    words.paidBy(only, written),
    ways(bare(line), written),
    ...line.legalBasis.map(
      ({ fromAge, says }) => `${fromAge === 0 ? '' : `From age ${fromAge}: `}${words.legalBasis(says)}`,
    ),
  ].filter((one) => one !== '')
  return said.length === 0 ? [] : [row(holds('help', said.join(' '), { span: WIDTH }))]
}
