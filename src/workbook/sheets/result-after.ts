import { capital, spaced } from '../../explain/grammar.js'
import * as words from '../../explain/words.js'
import { holds, type Row, row, worked } from '../book.js'
import type { Expression } from '../formula/expression.js'
import { hundredth, whenReady } from './say.js'
import type { Arranging, Scheme } from './scheme.js'

const WIDTH = 4

/** Who pays, what it is meant to achieve, how it can be managed, what is not included, and what to do about a decision. */
export function afterwards(scheme: Scheme, { has }: Arranging): Row<Expression>[] {
  const { plan, written } = scheme
  const funders = plan.funders.map((id) => ({ id: `funders/${id}`, name: written.funders[id] ?? id }))
  const outcomes = plan.outcomes.map((id) => ({ id: `outcomes/${id}`, name: written.outcomes[id] ?? id }))
  const tiers = plan.tiers.map((tier) => ({ id: `tiers/${tier}`, name: spaced(tier) }))
  const managed = { id: 'manageable', name: 'can be managed as a personal budget' }
  const amounts = (heading: string, all: readonly { readonly id: string; readonly name: string }[]) =>
    amountRows(
      heading,
      all.flatMap(({ id, name }) => (has(`${plan.id}/${id}`) ? [{ id: `${plan.id}/${id}`, name }] : [])),
    )
  return [
    ...amounts('Who pays', funders),
    ...amounts(words.HEADINGS.outcomes, outcomes),
    ...amounts('What kind of support it is for', [...tiers, managed]),
    row(holds('text', words.NOT_INCLUDED, { span: WIDTH })),
    row(holds('heading', words.HEADINGS.challenge, { span: WIDTH })),
    ...routes(scheme).map((said) => row(holds('text', said, { span: WIDTH }))),
    ...(written.advice === undefined ? [] : [row(holds('text', words.advice(written.advice), { span: WIDTH }))]),
  ]
}

/** Settled money, one amount a row; nothing where there is none. */
function amountRows(
  heading: string,
  all: readonly { readonly id: string; readonly name: string }[],
): readonly Row<Expression>[] {
  if (all.length === 0) return []
  return [
    row(holds('heading', heading), holds('head-figure', 'Settled money'), holds('head', '', { span: 2 })),
    ...all.map(({ id, name }) =>
      row(holds('text', capital(name)), worked('pounds', whenReady(hundredth(id))), holds('text', '', { span: 2 })),
    ),
  ]
}

/** Routes for an amount and for a refusal, in the streams that a line belongs to: they differ by law. */
function routes({ plan, written }: Scheme): string[] {
  const streams = new Set(plan.lines.map(({ stream }) => stream))
  return (written.challenge ?? [])
    .filter(({ stream, about }) => streams.has(stream) && about !== 'the plan')
    .map(({ stream, about, route }) => words.route(written.streams[stream]?.title ?? stream, about, route))
}
