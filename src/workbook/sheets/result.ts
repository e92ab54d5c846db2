import * as words from '../../explain/words.js'
import { holds, type Row, row, type Sheet, worked } from '../book.js'
import { type Expression, equals, iff, input, joined, number, quantity, text } from '../formula/expression.js'
import { footerOf, headerOf, identityRows } from './identity.js'
import { notInForce } from './in-force.js'
import { afterwards } from './result-after.js'
import { flagRows } from './result-flags.js'
import { lineRows } from './result-lines.js'
import { settingRows } from './result-settings.js'
import { counted, dayWords, hundredth, some, whenReady } from './say.js'
import type { Arranging, Scheme } from './scheme.js'

export const RESULT = 'Result'

const WIDTHS = [46, 16, 16, 46]
export const WIDTH = WIDTHS.length

/** The likely amount as a person reads it: what is settled, what waits and for whom, who pays, what follows. */
export function resultSheet(arranging: Arranging): Sheet<Expression> {
  const { schemes } = arranging
  return {
    name: RESULT,
    purpose: 'The likely amount: every line, what is settled and what waits, who pays, and what happens next.',
    columns: WIDTHS,
    rows: [
      row(holds('title', 'Likely amount', { span: WIDTH })),
      row(worked('status', status(arranging), { span: WIDTH, room: INCOMPLETE })),
      ...identityRows(arranging, WIDTH),
      totalRow(),
      row(holds('text', `${words.notice('indicative')} ${words.notice('not-a-ceiling')}`, { span: WIDTH })),
      ...schemes.map((scheme) => row(worked('check', whenReady(notInForce(scheme)), { span: WIDTH }))),
      ...schemes.flatMap((scheme, at) => [
        ...(schemes.length > 1 ? [{ ...tableHead(scheme), newPage: at > 0 }] : []),
        ...lineRows(scheme, arranging),
        ...settingRows(scheme, arranging),
        ...flagRows(scheme, arranging),
        ...afterwards(scheme, arranging),
      ]),
    ],
    frozen: 2,
    landscape: false,
    header: headerOf(arranging),
    footer: footerOf(arranging),
  }
}

const INCOMPLETE =
  'NOT COMPLETE: 100 things still to do on the sheet Questionnaire. No figure stands here before it is complete.'

const UNSOUND =
  'NOT COMPLETE: a figure of the sheet Table cannot be as it is there. No figure stands before it is mended.'

function status({ has }: Arranging): Expression {
  const rest = text(' still to do on the sheet Questionnaire. No figure stands here before it is complete.')
  const open = joined([text('NOT COMPLETE: '), counted('missing', 'thing'), rest])
  const told = joined([text('Case '), input('case'), text('. Assessment of '), dayWords('date'), text('.')])
  const sound = whenReady(told, open)
  return has('unsound') ? iff(some('unsound'), text(UNSOUND), sound) : sound
}

function totalRow(): Row<Expression> {
  const label = iff(some('total/open'), text('At least this a year'), text('Likely amount a year'))
  const settled = text('Every figure is settled, until the plan is agreed.')
  const open = joined([counted('total/open', 'line'), text(' not settled: the total reads “at least”.')])
  return row(
    worked('label-large', whenReady(label, text('NOT COMPLETE')), { room: 'NOT COMPLETE' }),
    worked('pounds-large', whenReady(hundredth('total/settled')), { span: 2, room: '£1' }),
    null,
    worked('note', whenReady(iff(some('total/open'), open, settled)), { room: 'x'.repeat(60) }),
  )
}

function tableHead({ plan, written }: Scheme): Row<Expression> {
  const id = `${plan.id}/total`
  const open = joined([text('at least: '), counted(`${id}/open`, 'line'), text(' not settled')])
  return row(
    holds('heading', written.title),
    worked('pounds-strong', whenReady(hundredth(`${id}/settled`))),
    holds('head', ''),
    worked('note', whenReady(iff(equals(quantity(`${id}/open`), number(0)), text(''), open)), { room: 'x'.repeat(40) }),
  )
}
