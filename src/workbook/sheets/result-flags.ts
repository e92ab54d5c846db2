import type { Flag } from '../../allocate/budget.js'
import { when } from '../../explain/condition-words.js'
import { agreedBy, flag, openFlags } from '../../explain/flag-words.js'
import { capital, stop } from '../../explain/grammar.js'
import * as words from '../../explain/words.js'
import { why } from '../../explain/working-words.js'
import type { FlagPlan } from '../../load/plan.js'
import { holds, type Row, row, worked } from '../book.js'
import { type Expression, equals, iff, input, text } from '../formula/expression.js'
import { truthWords, whenReady } from './say.js'
import { type Arranging, inputOf, type Scheme } from './scheme.js'

const YES_NO = { yes: text('yes'), no: text('no'), unknown: text('not known yet') } as const

/** Every criterion that the table publishes, whether it is met, and what follows from it; and who may agree. */
export function flagRows(scheme: Scheme, arranging: Arranging): Row<Expression>[] {
  const { plan } = scheme
  const said = plan.flags.filter(({ kind }) => kind !== 'agreed-by')
  const agreeing = plan.flags.filter(({ kind }) => kind === 'agreed-by')
  const caps = capsOf(scheme, arranging)
  return [
    row(
      holds('heading', 'What the table asks of this case'),
      holds('head', 'Is it so?'),
      holds('head', 'What follows', { span: 2 }),
    ),
    ...said.map((one) => flagRow(one, scheme)),
    ...caps,
    ...agreedRows(agreeing, scheme),
    exceptionalRow(scheme, arranging),
  ]
}

function flagRow(one: FlagPlan, { plan, written }: Scheme): Row<Expression> {
  const id = `${plan.id}/flags/${one.id}`
  const rule = written.flags?.[one.id]
  const raised = flag(asFlag(one), written)
  const open = openFlags([asFlag(one)], written)
  const follows = truthWords(id, { yes: text(raised), no: text(''), unknown: text(open) })
  return row(
    holds('text', rule ? stop(capital(when(rule.when, written))) : one.id),
    worked('note', truthWords(id, YES_NO), { room: 'not known yet' }),
    worked('text', follows, { span: 2, room: raised.length > open.length ? raised : open }),
  )
}

/** The criterion with nothing known of the case, for the sentences that need none. */
function asFlag({ id, kind, exceptional, at }: FlagPlan): Flag {
  return { id, kind, state: 'unknown', exceptional, evidence: [], at }
}

/** Limits that a line can be kept to. */
function capsOf({ plan, written }: Scheme, { program }: Arranging): Row<Expression>[] {
  const prefix = `${plan.id}/caps/`
  return program.quantities
    .filter(({ id }) => id.startsWith(prefix))
    .map(({ id }) => {
      const [line = '', name = ''] = id.slice(prefix.length).split('/')
      return row(
        holds('text', `${written.lines[line]?.title ?? line} is kept to a limit${why(written, line, name)}.`),
        worked('note', truthWords(id, YES_NO), { room: 'not known yet' }),
        holds('text', '', { span: 2 }),
      )
    })
}

function agreedRows(flags: readonly FlagPlan[], { plan }: Scheme): Row<Expression>[] {
  if (flags.length === 0) return [row(holds('text', agreedBy([]), { span: 4 }))]
  return flags.map(({ id, who }) => {
    const truth = `${plan.id}/flags/${id}`
    return row(
      holds('text', `Who may agree it: ${who}`),
      worked('note', truthWords(truth, YES_NO), { room: 'not known yet' }),
      holds('text', '', { span: 2 }),
    )
  })
}

function exceptionalRow({ plan }: Scheme, { program }: Arranging): Row<Expression> {
  const asked = inputOf(program, plan, ['exceptional'])
  const flags = plan.flags.map(asFlag)
  const said = (yes: boolean) => text(words.exceptional(yes, flags))
  const formula = asked === null ? said(false) : iff(equals(input(asked), text('yes')), said(true), said(false))
  return row(worked('strong', whenReady(formula), { span: 4, room: words.exceptional(false, flags) }))
}
