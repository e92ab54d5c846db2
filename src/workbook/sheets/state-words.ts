import { when } from '../../explain/condition-words.js'
import { capital, stop } from '../../explain/grammar.js'
import * as words from '../../explain/words.js'
import type { LinePlan } from '../../load/plan.js'
import { type Expression, equals, iff, input, joined, number, quantity, text } from '../formula/expression.js'
import { bare } from './bare-line.js'
import { longestLiteral } from './literals.js'
import { byValue } from './say.js'
import { type Arranging, inputOf, type Scheme } from './scheme.js'

/** What is said, and a text as long as the longest that it can be, for the room that it takes. */
interface Words {
  readonly said: Expression
  readonly room: string
}

/** How a line stands, in words. */
export function stateWords(id: string, line: LinePlan, scheme: Scheme, arranging: Arranging): Words {
  const by = line.bySetting
    ? ([['by-setting', text('It depends on the setting, which is not known yet.')]] as const)
    : []
  return told(id, line, doesNotApply(line, scheme), [...casesOf(line, scheme, arranging), ...by], arranging)
}

/** The same for a line in one of several settings, where it is said above when it applies. */
export function settingWords(id: string, line: LinePlan, scheme: Scheme, arranging: Arranging): Words {
  return told(id, line, 'does not apply', casesOf(line, scheme, arranging), arranging)
}

type Case = readonly [value: string, said: Expression]

function told(id: string, line: LinePlan, none: string, cases: readonly Case[], { has }: Arranging): Words {
  const said = byValue(`${id}/state`, cases)
  const applies = `${id}/applies`
  const whole = has(applies) ? iff(equals(quantity(applies), number(0)), text(none), said) : said
  return { said: whole, room: `${longestLiteral(whole)}${line.gate ? REASON : ''}` }
}

/** The states that a line can be in, each with its words. */
function casesOf(line: LinePlan, scheme: Scheme, arranging: Arranging): readonly Case[] {
  const waiting = `${gateWords(line, scheme, 'pending')} The figure beside the total is what it would be.`
  const gated: readonly Case[] = line.gate
    ? [
        ['waiting', text(waiting)],
        ['refused', refusedWords(line, scheme, arranging)],
      ]
    : []
  const refer = referWords(line, scheme, arranging)
  return [
    ...(line.provides === null ? ([['settled', settledWords(line, scheme)]] as const) : []),
    ...(line.provides === null ? [] : ([['provides', text(`${line.provides}, in kind and not in money`)]] as const)),
    ...gated,
    ...(refer === null ? [] : ([['refer', refer]] as const)),
  ]
}

/** Room for the reason of a refusal, of which nobody knows how long it is. */
const REASON = ' and a reason of some length'.repeat(2)

function doesNotApply({ id }: LinePlan, { written }: Scheme): string {
  const condition = written.lines[id]?.when
  return condition ? stop(`It does not apply here: only when ${when(condition, written)}`) : ''
}

function settledWords(line: LinePlan, scheme: Scheme): Expression {
  if (!line.gate) return text('settled')
  const opened = text(gateWords(line, scheme, 'fast-track'))
  const decision = quantity(`${scheme.plan.id}/facts/${line.gate.id}`)
  return iff(equals(decision, text('fast-track')), opened, text('settled'))
}

function gateWords(line: LinePlan, { written }: Scheme, state: 'pending' | 'fast-track'): string {
  const gate = line.gate ? { decision: line.gate.id, state } : null
  return words.gate({ ...bare(line), gate }, written, undefined)
}

/** Whose refusal, with the reason that stands in the questionnaire, and the right to have it reviewed. */
function refusedWords(line: LinePlan, { plan, written }: Scheme, { program }: Arranging): Expression {
  if (!line.gate) return text('')
  const gate = { decision: line.gate.id, state: 'refused' } as const
  const amount = { state: 'refused', pence: null } as const
  const [before = '', after = ''] = words.gate({ ...bare(line), gate, amount }, written, PLACE).split(PLACE)
  const reason = inputOf(program, plan, ['facts', line.gate.id, 'reason'])
  return joined([text(before), ...(reason === null ? [] : [input(reason)]), text(after)])
}

/** Stands where the reason will. */
const PLACE = '…'

/** Who decides: whoever the price names, or the form where the child is not scored; null where it is never left open. */
function referWords(line: LinePlan, { plan }: Scheme, { program, has }: Arranging): Expression | null {
  const decides = (who: string) => text(`${capital(who)} decides; no figure is published here.`)
  const named = 'referTo' in line.price ? line.price.referTo : ''
  const form = inputOf(program, plan, ['form'])
  const young = line.scored && has(`${plan.id}/scored`) && form !== null
  if (!young) return named === '' ? null : decides(named)
  const byForm = [...plan.forms].reduceRight<Expression>(
    (rest, [id, { notScored }]) =>
      notScored ? iff(equals(input(form), text(id)), decides(notScored.referTo), rest) : rest,
    text(''),
  )
  return iff(equals(quantity(`${plan.id}/scored`), number(1)), decides(named), byForm)
}
